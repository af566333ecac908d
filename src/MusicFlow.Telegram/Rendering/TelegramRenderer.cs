using System.Diagnostics;
using System.Globalization;
using MusicFlow.Chat;

namespace MusicFlow.Telegram.Rendering;

/// <summary>Draws a <see cref="Reply"/> as Telegram HTML within Telegram's limits. Pure: same reply, same card.</summary>
/// <remarks>Telegram has no place for alt text: it follows the card as a folded quotation, or stands under the photo where the card does not fit there.</remarks>
static class TelegramRenderer
{
    /// <summary>Most UTF-16 units of a text message.</summary>
    public const int LongestText = 4096;

    /// <summary>Most UTF-16 units under a photo.</summary>
    public const int LongestCaption = 1024;

    /// <summary>Less room than this is not worth an alt text.</summary>
    const int ShortestAltText = 40;

    const int MeterWidth = 10;

    /// <summary>Draws a new message.</summary>
    public static TelegramCard Render(Reply reply)
    {
        var keyboard = TelegramKeyboard.Of(reply.Buttons);
        if (Picture(reply) is not { } picture) return new TelegramCard { Text = Write(reply, LongestText).ToText(), Keyboard = keyboard };
        var caption = Write(reply, LongestCaption);
        return caption.IsCut
            ? new TelegramCard { Photo = new(picture, new TelegramHtml(LongestCaption).Marked("i", picture.AltText).ToText()), Text = Write(reply, LongestText).ToText(), Keyboard = keyboard }
            : new TelegramCard { Photo = new(picture, WithAltText(caption, picture).ToText()), Keyboard = keyboard };
    }

    /// <summary>Draws what a message shall become; always one message, so a text under a photo is cut.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="isPhoto">Whether the message is a photo now; it stays one.</param>
    public static TelegramCard RenderEdit(Reply reply, bool isPhoto)
    {
        var keyboard = TelegramKeyboard.Of(reply.Buttons);
        var caption = Write(reply, LongestCaption);
        return Picture(reply) switch
        {
            { } picture when isPhoto || !caption.IsCut => new TelegramCard { Photo = new(picture, WithAltText(caption, picture).ToText()), Keyboard = keyboard },
            _ when isPhoto => new TelegramCard { Text = caption.ToText(), Keyboard = keyboard },
            _ => new TelegramCard { Text = Write(reply, LongestText).ToText(), Keyboard = keyboard },
        };
    }

    /// <summary>Draws a message that can hold no upload: one sent inline.</summary>
    public static TelegramCard RenderInline(Reply reply) => new() { Text = Write(reply, LongestText).ToText(), Keyboard = TelegramKeyboard.Of(reply.Buttons) };

    static Block.Picture? Picture(Reply reply) => reply.Blocks.OfType<Block.Picture>().FirstOrDefault(picture => picture.Png.Length > 0);

    static TelegramHtml Write(Reply reply, int limit)
    {
        var html = new TelegramHtml(limit);
        Block? before = null;
        foreach (var block in reply.Blocks)
        {
            if (block is Block.Picture) continue;
            if (before is not null) html.Text(Group(before) == Group(block) ? "\n" : "\n\n");
            Write(html, block);
            before = block;
        }
        return html;
    }

    static void Write(TelegramHtml html, Block block)
    {
        switch (block)
        {
            case Block.Title { Url: { } url } title: html.Link(url, title.Value); break;
            case Block.Title title: html.Marked("b", title.Value); break;
            case Block.Text text: html.Text(text.Value); break;
            case Block.Footer footer: html.Marked("i", footer.Value); break;
            case Block.Field field: html.Marked("b", field.Name).Text($": {field.Value}"); break;
            case Block.Meter meter: html.Marked("b", meter.Name).Text($": {meter.Value} {Bar(meter.Share)}"); break;
            case Block.Lines lines: html.Text(string.Join('\n', lines.Items.Select((item, at) => lines.IsNumbered ? string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {item}") : $"• {item}"))); break;
            default: throw new UnreachableException();
        }
    }

    /// <summary>Blocks of one group stand close together, an empty line parts the groups.</summary>
    static int Group(Block block) => block switch
    {
        Block.Title or Block.Text => 0,
        Block.Field or Block.Meter => 1,
        Block.Lines => 2,
        _ => 3,
    };

    static string Bar(double share)
    {
        var full = double.IsNaN(share) ? 0 : (int)Math.Round(Math.Clamp(share, 0, 1) * MeterWidth, MidpointRounding.AwayFromZero);
        return new string('▰', full) + new string('▱', MeterWidth - full);
    }

    static TelegramHtml WithAltText(TelegramHtml caption, Block.Picture picture) => caption.Room < ShortestAltText || picture.AltText.Length == 0
        ? caption
        : caption.Text("\n\n").Marked("blockquote expandable", picture.AltText);
}
