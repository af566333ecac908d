using MusicFlow.Web.Markup;

namespace MusicFlow.Web.Tests.Markup;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("# A", "<h1>A</h1>")]
    [InlineData("## A `b`", "<h2>A <code>b</code></h2>")]
    [InlineData("#### deep", "<h3>deep</h3>")]
    [InlineData("one\ntwo\n\nthree", "<p>one two</p><p>three</p>")]
    [InlineData("- a\n- **b**", "<ul><li>a</li><li><strong>b</strong></li></ul>")]
    [InlineData("*a* * b*c", "<p><em>a</em> * b*c</p>")]
    [InlineData("<!-- hidden -->\n<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>")]
    [InlineData("`<i>` **unclosed", "<p><code>&lt;i&gt;</code> **unclosed</p>")]
    public void Each_mark_has_its_element_and_all_else_is_text(string document, string html) => Assert.Equal(html, Markdown.Render(document).ToString());

    [Fact]
    public void A_table_has_headings_for_columns_and_rows_and_none_where_there_is_no_name()
    {
        var html = Markdown.Render("| | R² |\n|---|--:|\n| model | 0.16 |").ToString();

        Assert.Contains("<thead><tr><td></td><th scope=\"col\">R²</th></tr></thead>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><th scope=\"row\">model</th><td>0.16</td></tr>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_card_of_the_default_model_is_drawn_whole()
    {
        var card = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "models", "default", "MODEL_CARD.md"));

        var html = Markdown.Render(card).ToString();

        Assert.DoesNotContain("**", html, StringComparison.Ordinal);
        Assert.DoesNotContain("|--", html, StringComparison.Ordinal);
        Assert.Contains("<h2>Training data</h2>", html, StringComparison.Ordinal);
    }
}
