using MusicFlow.Chat;
using MusicFlow.Discord.Protocol.Objects;

namespace MusicFlow.Discord.Rendering;

/// <summary>Draws a <see cref="Reply"/> as a card with buttons. Pure: same reply, same message; within all limits, whatever the texts.</summary>
/// <remarks>Source: Discord documentation, resources/message, "Embed Limits"; components/reference.</remarks>
static class DiscordRenderer
{
    const int MostRows = 5;
    const int MostInRow = 5;
    const int LongestLabel = 80;
    const int LongestCustomId = 100;
    const int LongestAltText = 1024;
    const int Grey = 2;
    const string PictureName = "card.png";

    /// <summary>Draws a reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="hasPicture">Whether its picture is sent, too; without it the alternative text is left.</param>
    public static OutgoingMessage Render(Reply reply, bool hasPicture = true)
    {
        var picture = hasPicture ? reply.Blocks.OfType<Block.Picture>().FirstOrDefault() : null;
        var card = new CardWriter(CardColour.Of(reply));
        foreach (var block in reply.Blocks.OrderBy(Rank)) card.Add(block);
        var body = new MessageBody
        {
            Embeds = [card.ToEmbed(picture is null ? null : $"attachment://{PictureName}")],
            Components = Rows(reply.Buttons),
            Attachments = picture is null ? [] : [new AttachmentEntry("0", PictureName, Markdown.Plain(picture.AltText, LongestAltText))],
        };
        return new OutgoingMessage(body, picture is null ? [] : [new OutgoingFile(PictureName, "image/png", picture.Png)]);
    }

    /// <summary>What is cut last is written first: the whole card has a limit of its own.</summary>
    static int Rank(Block block) => block is Block.Title or Block.Footer ? 0 : 1;

    static List<ActionRow> Rows(IReadOnlyList<Button> buttons) =>
    [
        .. buttons
            .Where(button => !string.IsNullOrWhiteSpace(button.Command) && button.Command.Length <= LongestCustomId)
            .DistinctBy(button => button.Command, StringComparer.Ordinal)
            .Take(MostRows * MostInRow)
            .Chunk(MostInRow)
            .Select(row => new ActionRow([.. row.Select(Draw)])),
    ];

    static ButtonComponent Draw(Button button) => new(Grey, Markdown.Plain(button.Label, LongestLabel) is { Length: > 0 } label ? label : "·", button.Command);
}
