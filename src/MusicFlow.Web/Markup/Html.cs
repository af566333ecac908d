using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MusicFlow.Web.Markup;

/// <summary>HTML that is safe to send: every text that was put into it is encoded, unless it was HTML already. Attributes must be quoted.</summary>
internal readonly record struct Html
{
    readonly string? markup;

    Html(string markup) => this.markup = markup;

    /// <summary>Nothing.</summary>
    public static Html Empty => default;

    /// <summary>Makes HTML of an interpolated string: its literal parts are markup, what is put into it is text.</summary>
    public static Html Of(HtmlParts parts) => new(parts.ToString());

    /// <summary>Puts pieces one behind the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.markup)));

    /// <summary>The piece if a condition holds, else nothing.</summary>
    public static Html If(bool condition, Html piece) => condition ? piece : Empty;

    /// <summary>The markup.</summary>
    public override string ToString() => markup ?? "";
}

/// <summary>Collects the parts of an interpolated string for <see cref="Html.Of"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlParts(int literalLength, int formattedCount)
{
    const int UsualText = 16;

    /// <summary>Encodes what has a meaning in markup; letters of every script stay as they are.</summary>
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly StringBuilder text = new(literalLength + (formattedCount * UsualText));

    public void AppendLiteral(string markup) => text.Append(markup);

    public void AppendFormatted(Html html) => text.Append(html.ToString());

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces) text.Append(piece.ToString());
    }

    public void AppendFormatted(string? plain) => text.Append(Encoder.Encode(plain ?? ""));

    public void AppendFormatted<T>(T value)
        where T : ISpanFormattable => AppendFormatted(value.ToString(null, System.Globalization.CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();
}
