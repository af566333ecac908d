using System.Globalization;
using System.Text;

namespace MusicFlow.Telegram.Rendering;

/// <summary>Writes Telegram's HTML, up to a number of visible UTF-16 units; what is too much is cut between letters and marked with an ellipsis.</summary>
/// <remarks>core.telegram.org/bots/api#html-style. Only <c>&amp;lt; &amp;gt; &amp;amp; &amp;quot;</c> are known there as names. Not thread-safe.</remarks>
/// <param name="limit">Most units of visible text, ≥ 1; Telegram counts after parsing.</param>
sealed class TelegramHtml(int limit)
{
    /// <summary>Telegram keeps about the first 100 entities; what comes later is written without.</summary>
    const int MostEntities = 90;

    const char Ellipsis = '…';

    readonly StringBuilder html = new();
    readonly StringBuilder plain = new();
    int entities;

    /// <summary>Whether something was cut; nothing more is written then.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Units that can still be written before something is cut.</summary>
    public int Room => IsCut ? 0 : limit - 1 - plain.Length;

    /// <summary>Writes text as it is.</summary>
    public TelegramHtml Text(string text)
    {
        if (IsCut) return this;
        var kept = text.Length <= Room ? text : text[..End(text, Room)];
        foreach (var letter in kept.EnumerateRunes()) Write(letter);
        if (kept.Length == text.Length) return this;
        IsCut = true;
        html.Append(Ellipsis);
        plain.Append(Ellipsis);
        return this;
    }

    /// <summary>Writes text inside an element, such as <c>b</c> or <c>blockquote expandable</c>.</summary>
    public TelegramHtml Marked(string element, string text)
    {
        if (IsCut || text.Length == 0 || ++entities > MostEntities) return Text(text);
        html.Append('<').Append(element).Append('>');
        Text(text);
        html.Append("</").Append(element.AsSpan(0, element.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? space : element.Length)).Append('>');
        return this;
    }

    /// <summary>Writes a heading that leads somewhere.</summary>
    public TelegramHtml Link(Uri url, string text)
    {
        if (IsCut || text.Length == 0 || !url.IsAbsoluteUri || url.Scheme is not ("http" or "https")) return Marked("b", text);
        entities++;
        html.Append("<a href=\"").Append(Escape(url.AbsoluteUri)).Append("\">");
        Marked("b", text);
        html.Append("</a>");
        return this;
    }

    /// <summary>What was written; an ellipsis when nothing of it can be seen, for Telegram refuses an empty text.</summary>
    public FormattedText ToText()
    {
        var text = plain.ToString();
        return text.EnumerateRunes().Any(IsVisible) ? new FormattedText(html.ToString(), text) : new FormattedText($"{Ellipsis}", $"{Ellipsis}");
    }

    static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Where to cut: after the last whole letter (with its accents and joined emoji) that ends within so many units.</summary>
    static int End(string text, int most)
    {
        var end = 0;
        for (var next = 0; next <= most; next += StringInfo.GetNextTextElementLength(text, next)) end = next;
        if (end > 0 || most <= 0) return end;
        return char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
    }

    static bool IsVisible(Rune letter) => !Rune.IsWhiteSpace(letter) && Rune.GetUnicodeCategory(letter) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    /// <summary>Half a surrogate pair comes as U+FFFD from the enumeration; control characters become blanks, as in Telegram itself.</summary>
    void Write(Rune letter)
    {
        if (Rune.IsControl(letter) && letter.Value != '\n') letter = new Rune(' ');
        plain.Append(letter);
        switch (letter.Value)
        {
            case '&': html.Append("&amp;"); break;
            case '<': html.Append("&lt;"); break;
            case '>': html.Append("&gt;"); break;
            default: html.Append(letter); break;
        }
    }
}
