using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>A text after parsing.</summary>
/// <param name="Text">Without markup.</param>
/// <param name="Entities">Offsets and lengths in UTF-16 units.</param>
public sealed record ParsedText(string Text, JsonArray Entities);

/// <summary>Parses Telegram's HTML as the service does, and refuses what it refuses, in its words. Written apart from the bot's renderer.</summary>
/// <remarks>core.telegram.org/bots/api#html-style; messages as in TDLib's parser.</remarks>
public sealed class HtmlEntities
{
    const int MostEntities = 100;

    static readonly Dictionary<string, string> Elements = new(StringComparer.Ordinal)
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["code"] = "code",
        ["pre"] = "pre",
        ["a"] = "text_link",
        ["blockquote"] = "blockquote",
        ["tg-spoiler"] = "spoiler",
        ["span"] = "spoiler",
    };

    readonly string html;
    readonly StringBuilder text = new();
    readonly List<JsonObject> entities = [];
    readonly Stack<(string Element, string? Argument, int Offset)> open = new();
    int at;

    HtmlEntities(string html) => this.html = html;

    /// <exception cref="ApiRefusedException">400 <c>can't parse entities</c>.</exception>
    public static ParsedText Parse(string html)
    {
        var parser = new HtmlEntities(html);
        while (parser.at < html.Length) parser.Step();
        if (parser.open.TryPeek(out var left)) throw Refuse($"Can't find end tag corresponding to start tag \"{left.Element}\"");
        var kept = parser.entities.OrderBy(entity => (int)entity["offset"]!).ThenByDescending(entity => (int)entity["length"]!).Take(MostEntities);
        return new ParsedText(parser.text.ToString(), [.. kept]);
    }

    void Step()
    {
        if (html[at] == '&' && Entity() is { } letter) text.Append(letter);
        else if (html[at] != '<') text.Append(html[at++]);
        else if (at + 1 < html.Length && html[at + 1] == '/') End();
        else Start();
    }

    /// <summary>Reads <c>&amp;lt;</c>, <c>&amp;#39;</c> and their like; any other ampersand stands for itself.</summary>
    string? Entity()
    {
        var end = html.IndexOf(';', at);
        if (end < 0 || end - at > 10) return null;
        var name = html[(at + 1)..end];
        var letter = name switch { "lt" => "<", "gt" => ">", "amp" => "&", "quot" => "\"", _ => Number(name) };
        if (letter is not null) at = end + 1;
        return letter;
    }

    static string? Number(string name)
    {
        if (!name.StartsWith('#')) return null;
        var isRead = name.StartsWith("#x", StringComparison.OrdinalIgnoreCase)
            ? int.TryParse(name.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return isRead && code > 0 && Rune.IsValid(code) ? new Rune(code).ToString() : null;
    }

    void Start()
    {
        var start = at++;
        var element = Name();
        if (at >= html.Length) throw Refuse("Unclosed start tag", start);
        if (!Elements.ContainsKey(element)) throw Refuse($"Unsupported start tag \"{element}\"", start);
        string? argument = null;
        while (Skip() && html[at] != '>') argument = Attribute(element, start) ?? argument;
        if (at++ >= html.Length) throw Refuse("Unclosed start tag", start);
        if (element == "span" && argument is null) throw Refuse("Tag \"span\" must have class \"tg-spoiler\"", start);
        open.Push((element, argument, text.Length));
    }

    string? Attribute(string element, int start)
    {
        var from = at;
        while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] is not ('=' or '>')) at++;
        var name = html[from..at].ToLowerInvariant();
        if (name.Length == 0) throw Refuse($"Empty attribute name in the tag \"{element}\"", start);
        if (!Skip()) throw Refuse("Unclosed start tag", start);
        if ((element, name) == ("blockquote", "expandable") && html[at] != '=') return name;
        if (html[at++] != '=') throw Refuse($"Expected equal sign in declaration of an attribute of the tag \"{element}\"", start);
        if (!Skip() || html[at] is not ('"' or '\'')) throw Refuse("Unexpected end of name token", at);
        var close = html.IndexOf(html[at], at + 1);
        if (close < 0) throw Refuse("Unclosed start tag", start);
        var value = Parse(html[(at + 1)..close].Replace("<", "&lt;", StringComparison.Ordinal)).Text;
        at = close + 1;
        return (element, name) is ("a", "href") or ("blockquote", "expandable") || (element, name, value) == ("span", "class", "tg-spoiler") ? value : null;
    }

    void End()
    {
        var start = at;
        if (!open.TryPop(out var entry)) throw Refuse("Unexpected end tag", start);
        at += 2;
        var name = Name();
        if (!Skip() || html[at] != '>') throw Refuse("Unclosed end tag", start);
        at++;
        if (name.Length > 0 && name != entry.Element) throw Refuse($"Unmatched end tag at byte offset {Bytes(start)}, expected \"</{entry.Element}>\", found \"</{name}>\"");
        if (text.Length > entry.Offset) Add(entry.Element, entry.Argument, entry.Offset);
    }

    void Add(string element, string? argument, int offset)
    {
        if (element == "a" && !Uri.TryCreate(argument ?? text.ToString(offset, text.Length - offset), UriKind.Absolute, out _)) return;
        var entity = new JsonObject { ["type"] = (element, argument) == ("blockquote", "expandable") ? "expandable_blockquote" : Elements[element], ["offset"] = offset, ["length"] = text.Length - offset };
        if (element == "a") entity["url"] = argument;
        entities.Add(entity);
    }

    string Name()
    {
        var from = at;
        while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] != '>') at++;
        return html[from..at].ToLowerInvariant();
    }

    bool Skip()
    {
        while (at < html.Length && char.IsWhiteSpace(html[at])) at++;
        return at < html.Length;
    }

    int Bytes(int index) => Encoding.UTF8.GetByteCount(html.AsSpan(0, index));

    ApiRefusedException Refuse(string what, int index) => Refuse(string.Create(CultureInfo.InvariantCulture, $"{what} at byte offset {Bytes(index)}"));

    static ApiRefusedException Refuse(string what) => ApiRefusedException.Bad($"can't parse entities: {what}");
}
