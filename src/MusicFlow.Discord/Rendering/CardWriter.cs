using System.Diagnostics;
using System.Globalization;
using System.Text;
using MusicFlow.Chat;
using MusicFlow.Discord.Protocol.Objects;

namespace MusicFlow.Discord.Rendering;

/// <summary>Fills a card block by block and keeps its limits: each part's own, and 6,000 characters over all. Used once.</summary>
sealed class CardWriter(int colour)
{
    const int LongestCard = 6000;
    const int LongestTitle = 256;
    const int LongestDescription = 4096;
    const int LongestFooter = 2048;
    const int LongestName = 256;
    const int LongestValue = 1024;
    const int MostFields = 25;
    const int LongestUrl = 2048;
    const int BarWidth = 8;

    /// <summary>What stands where a field would be empty; Discord refuses empty ones.</summary>
    const string Nothing = "\u200B";

    readonly StringBuilder description = new();
    readonly List<EmbedField> fields = [];
    int room = LongestCard;
    Embed card = new() { Color = colour };

    /// <summary>Adds a block.</summary>
    public void Add(Block block)
    {
        switch (block)
        {
            case Block.Title title:
                card = card with { Title = Take(Markdown.Escape(title.Value, Math.Min(LongestTitle, room))), Url = Address(title.Url) };
                break;
            case Block.Text text:
                AddParagraph(text.Value);
                break;
            case Block.Lines lines:
                AddLines(lines);
                break;
            case Block.Footer footer:
                card = card with { Footer = Take(Markdown.Plain(footer.Value, Math.Min(LongestFooter, room))) is { } small ? new EmbedFooter(small) : null };
                break;
            case Block.Field field:
                AddField(field.Name, Markdown.Escape(field.Value, LongestValue));
                break;
            case Block.Meter meter:
                AddField(meter.Name, Bar(meter.Share) + " " + Markdown.Escape(meter.Value, LongestValue - BarWidth - 1));
                break;
            case Block.Picture:
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The card.</summary>
    /// <param name="image">Address of its picture; <see langword="null"/> for none.</param>
    public Embed ToEmbed(string? image) => card with
    {
        Description = description.Length == 0 && fields.Count == 0 && card.Title is null && image is null ? Nothing : description.Length == 0 ? null : description.ToString(),
        Fields = fields.Count == 0 ? null : fields,
        Image = image is null ? null : new EmbedImage(image),
    };

    void AddLines(Block.Lines lines)
    {
        var text = new StringBuilder();
        foreach (var (number, item) in lines.Items.Index())
        {
            // The sign of the list is ours, and must not be escaped; the item is not.
            var sign = lines.IsNumbered ? string.Create(CultureInfo.InvariantCulture, $"{number + 1}\\. ") : "• ";
            text.Append(sign).Append(Markdown.Escape(item.ReplaceLineEndings(" "), LongestValue)).Append('\n');
        }
        AddMarkdown(text.ToString().TrimEnd());
    }

    void AddParagraph(string plain)
    {
        var left = Left();
        if (left > 0) AddMarkdown(Markdown.Escape(plain, left));
    }

    /// <summary>Adds what is escaped already; what does not fit is left out line by line.</summary>
    void AddMarkdown(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length == 0 || line.Length > Left()) continue;
            if (description.Length > 0) description.Append('\n');
            room -= line.Length + (description.Length > 0 ? 1 : 0);
            description.Append(line);
        }
    }

    void AddField(string name, string value)
    {
        var heading = Markdown.Escape(name, LongestName) is { Length: > 0 } some ? some : Nothing;
        var content = string.IsNullOrWhiteSpace(value) ? Nothing : value;
        if (fields.Count == MostFields || heading.Length + content.Length > room) return;
        room -= heading.Length + content.Length;
        fields.Add(new EmbedField(heading, content, Inline: true));
    }

    int Left() => Math.Min(LongestDescription - description.Length, room) - 1;

    string? Take(string text)
    {
        room -= text.Length;
        return text.Length == 0 ? null : text;
    }

    static string? Address(Uri? url) => url is { IsAbsoluteUri: true, Scheme: "http" or "https", AbsoluteUri.Length: <= LongestUrl } ? url.AbsoluteUri : null;

    static string Bar(double share)
    {
        var full = (int)Math.Round(Math.Clamp(double.IsNaN(share) ? 0 : share, 0, 1) * BarWidth);
        return new string('▰', full) + new string('▱', BarWidth - full);
    }
}
