using System.Text;

namespace MusicFlow.Web.Markup;

/// <summary>Draws the Markdown that this program writes itself: headings, paragraphs, lists, tables, <c>**bold**</c>, <c>*emphasis*</c>, <c>`code`</c>; comments are left out. All else is text.</summary>
internal static class Markdown
{
    /// <summary>The HTML of a document.</summary>
    public static Html Render(string document)
    {
        var lines = document.ReplaceLineEndings("\n").Split('\n');
        var blocks = new List<Html>();
        for (var at = 0; at < lines.Length;)
        {
            var kind = KindOf(lines[at]);
            var end = at + 1;
            while (kind is not (LineKind.Heading or LineKind.Blank) && end < lines.Length && KindOf(lines[end]) == kind) end++;
            blocks.Add(Draw(kind, lines[at..end]));
            at = end;
        }
        return Html.Join(blocks);
    }

    static LineKind KindOf(string line) => line.TrimStart() switch
    {
        "" or ['<', '!', '-', '-', ..] => LineKind.Blank,
        ['#', ..] => LineKind.Heading,
        ['|', ..] => LineKind.Table,
        ['-' or '*', ' ', ..] => LineKind.List,
        _ => LineKind.Paragraph,
    };

    static Html Draw(LineKind kind, string[] lines) => kind switch
    {
        LineKind.Blank => Html.Empty,
        LineKind.Heading => Heading(lines[0].TrimStart()),
        LineKind.Table => Table(lines),
        LineKind.List => Html.Of($"<ul>{lines.Select(line => Html.Of($"<li>{Inline(line.TrimStart()[2..])}</li>"))}</ul>"),
        _ => Html.Of($"<p>{Inline(string.Join(' ', lines.Select(line => line.Trim())))}</p>"),
    };

    static Html Heading(string line)
    {
        var level = Math.Min(line.Length - line.TrimStart('#').Length, 4);
        var text = Inline(line.TrimStart('#').Trim());
        return level switch
        {
            1 => Html.Of($"<h1>{text}</h1>"),
            2 => Html.Of($"<h2>{text}</h2>"),
            _ => Html.Of($"<h3>{text}</h3>"),
        };
    }

    static Html Table(string[] lines)
    {
        var rows = lines.Select(Cells).ToList();
        var hasHead = rows.Count > 1 && rows[1].All(cell => cell.Trim('-', ':').Length == 0 && cell.Length > 0);
        var head = hasHead && rows[0].Any(cell => cell.Length > 0) ? Html.Of($"<thead><tr>{rows[0].Select(ColumnHead)}</tr></thead>") : Html.Empty;
        var body = rows.Skip(hasHead ? 2 : 0).Select(Row);
        return Html.Of($"""<div class="wide" tabindex="0" role="group"><table>{head}<tbody>{body}</tbody></table></div>""");
    }

    /// <summary>A column without a name has no heading.</summary>
    static Html ColumnHead(string cell) => cell.Length == 0 ? Html.Of($"<td></td>") : Html.Of($"""<th scope="col">{Inline(cell)}</th>""");

    static Html Row(string[] cells) =>
        Html.Of($"""<tr><th scope="row">{Inline(cells[0])}</th>{cells.Skip(1).Select(cell => Html.Of($"<td>{Inline(cell)}</td>"))}</tr>""");

    static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    /// <summary>Marks inside a line; a mark without its partner stays as it is.</summary>
    static Html Inline(string text)
    {
        var pieces = new List<Html>();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (Marked(text, at) is not { } marked)
            {
                plain.Append(text[at++]);
                continue;
            }
            pieces.Add(Html.Of($"{plain.ToString()}{marked.Piece}"));
            plain.Clear();
            at = marked.End;
        }
        return Html.Of($"{pieces}{plain.ToString()}");
    }

    static (Html Piece, int End)? Marked(string text, int at)
    {
        foreach (var mark in (ReadOnlySpan<string>)["**", "*", "`"])
        {
            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0) continue;
            var start = at + mark.Length;
            var end = text.IndexOf(mark, start, StringComparison.Ordinal);
            if (end <= start || text[start] == ' ') return null;
            var inside = text[start..end];
            return (mark switch
            {
                "`" => Html.Of($"<code>{inside}</code>"),
                "*" => Html.Of($"<em>{inside}</em>"),
                _ => Html.Of($"<strong>{inside}</strong>"),
            }, end + mark.Length);
        }
        return null;
    }

    enum LineKind
    {
        Blank,
        Heading,
        Table,
        List,
        Paragraph,
    }
}
