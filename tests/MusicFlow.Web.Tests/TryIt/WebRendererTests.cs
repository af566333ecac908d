using MusicFlow.Chat;
using MusicFlow.Web.TryIt;

namespace MusicFlow.Web.Tests.TryIt;

/// <summary>One of each block, and what belongs together.</summary>
public sealed class WebRendererTests
{
    const string Evil = "<b>\"&'";
    const string Encoded = "&lt;b&gt;&quot;&amp;&#x27;";

    public static TheoryData<Block, string> Blocks => new()
    {
        { new Block.Title(Evil), $"<h2>{Encoded}</h2>" },
        { new Block.Title("A", new Uri("https://example.org/\"x")), """<h2><a href="https://example.org/%22x" rel="noopener noreferrer">A</a></h2>""" },
        { new Block.Text(Evil), $"<p>{Encoded}</p>" },
        { new Block.Footer(Evil), $"""<p class="small">{Encoded}</p>""" },
        { new Block.Field(Evil, Evil), $"""<dl class="fields"><div><dt>{Encoded}</dt><dd>{Encoded}</dd></div></dl>""" },
        { new Block.Meter("Energy", "0.74", 0.74), """<dl class="meters"><div><dt>Energy</dt><dd><meter min="0" max="1" value="0.74" aria-hidden="true"></meter> 0.74</dd></div></dl>""" },
        { new Block.Lines([Evil, "b"]), $"<ul><li>{Encoded}</li><li>b</li></ul>" },
        { new Block.Lines(["a", "b"], IsNumbered: true), "<ol><li>a</li><li>b</li></ol>" },
        { new Block.Picture(new byte[] { 1, 2, 3 }, 1000, 560, Evil), $"""<img src="/pictures/039058c6f2c0cb492c533b0a4d14ef77.png" width="1000" height="560" alt="{Encoded}">""" },
    };

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Each_block_is_drawn_and_encoded(Block block, string html) =>
        Assert.Equal($"""<article class="card answer">{html}</article>""", WebRenderer.Render(new Reply([block]), turn: null).ToString());

    [Fact]
    public void Every_kind_of_block_has_a_test() => Assert.Equal(
        typeof(Block).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Block))).Select(type => type.Name).Order(StringComparer.Ordinal),
        Blocks.Select(row => row.Data.Item1.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Neighbouring_fields_make_one_list_and_meters_another()
    {
        var html = WebRenderer.Render(new Reply([new Block.Field("a", "1"), new Block.Field("b", "2"), new Block.Meter("c", "3", 2), new Block.Text("d"), new Block.Field("e", "5")]), turn: null).ToString();

        Assert.Equal(2, html.Split("<dl class=\"fields\">").Length - 1);
        Assert.Contains("<dt>a</dt><dd>1</dd></div><div><dt>b</dt>", html, StringComparison.Ordinal);
        Assert.Contains("value=\"1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_button_sends_its_turn_and_command_through_the_one_form()
    {
        var html = WebRenderer.Render(Reply.Say("x") with { Buttons = [new Button("Why?", "/why t:1")] }, turn: 7).ToString();

        Assert.Contains("""<button type="submit" form="press" name="press" value="7 /why t:1">Why?</button>""", html, StringComparison.Ordinal);
    }
}
