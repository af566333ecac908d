using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests.Emulator;

/// <summary>The judge himself: what the service's parser takes and what it refuses.</summary>
public sealed class HtmlEntitiesTests
{
    [Theory]
    [InlineData("a &lt;b&gt; &amp;amp; &quot;&#39;&#x27;", "a <b> &amp; \"''")]
    [InlineData("&apos; &nbsp; & &; &#0;", "&apos; &nbsp; & &; &#0;")]
    [InlineData("<B>x</B> <strong >y</strong>", "x y")]
    [InlineData("<b>x</>", "x")]
    public void Reads(string html, string text) => Assert.Equal(text, HtmlEntities.Parse(html).Text);

    [Theory]
    [InlineData("<p>x</p>", "Unsupported start tag \"p\" at byte offset 0")]
    [InlineData("é<b>x", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("é</b>", "Unexpected end tag at byte offset 2")]
    [InlineData("<b>x</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("a < b", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("<b", "Unclosed start tag at byte offset 0")]
    [InlineData("<b>x</b", "Unclosed end tag at byte offset 4")]
    [InlineData("<a href>x</a>", "Expected equal sign in declaration of an attribute of the tag \"a\" at byte offset 0")]
    public void Refuses(string html, string reason) => Assert.Equal($"Bad Request: can't parse entities: {reason}", Assert.Throws<ApiRefusedException>(() => HtmlEntities.Parse(html)).Message);

    [Fact]
    public void Offsets_count_utf16_units()
    {
        var entities = HtmlEntities.Parse("😍<b>夜<i>x</i></b> <a href=\"https://e.org/?a&amp;b\">y</a> <blockquote expandable>q</blockquote>").Entities;

        Assert.Equal(
            ["bold 2 2", "italic 3 1", "text_link 5 1", "expandable_blockquote 7 1"],
            entities.Select(entity => $"{entity!["type"]} {entity["offset"]} {entity["length"]}"));
        Assert.Equal("https://e.org/?a&b", (string)entities[2]!["url"]!);
    }
}
