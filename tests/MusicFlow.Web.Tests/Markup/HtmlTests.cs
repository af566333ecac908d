using MusicFlow.Web.Markup;

namespace MusicFlow.Web.Tests.Markup;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onload=\"x", "&quot; onload=&quot;x")]
    [InlineData("it's & more", "it&#x27;s &amp; more")]
    [InlineData("夜に駆ける é", "夜に駆ける é")]
    [InlineData(null, "")]
    public void Text_that_is_put_in_is_encoded(string? text, string expected) => Assert.Equal($"<p>{expected}</p>", Html.Of($"<p>{text}</p>").ToString());

    [Fact]
    public void Html_that_is_put_in_stays_html() => Assert.Equal("<p><b>a</b><b>b</b></p>", Html.Of($"<p>{new[] { "a", "b" }.Select(text => Html.Of($"<b>{text}</b>"))}</p>").ToString());

    [Fact]
    public void Numbers_are_written_for_machines() => Assert.Equal("0.5 1000000", Html.Of($"{0.5} {1_000_000}").ToString());

    [Fact]
    public void Half_a_surrogate_pair_breaks_nothing() => Assert.DoesNotContain("\uD83D", Html.Of($"{"a" + (char)0xD83D + "b"}").ToString(), StringComparison.Ordinal);
}
