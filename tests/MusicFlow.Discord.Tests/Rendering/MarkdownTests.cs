using MusicFlow.Discord.Rendering;

namespace MusicFlow.Discord.Tests.Rendering;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("**bold** _it_ ~~no~~ `code` ||spoiler||", @"\*\*bold\*\* \_it\_ \~\~no\~\~ \`code\` \|\|spoiler\|\|")]
    [InlineData("# 1 Crush", @"\# 1 Crush")]
    [InlineData("-Sundown", @"\-Sundown")]
    [InlineData("> quote", @"\> quote")]
    [InlineData("99. Problems", @"99\. Problems")]
    [InlineData("Track No. 9", "Track No. 9")]
    [InlineData("[here](https://example.org)", @"\[here\]\(https\://example.org\)")]
    [InlineData("@everyone <@1> <#2> <t:0:R>", @"\@everyone \<\@1\> \<#2\> \<t:0:R\>")]
    [InlineData("a\\b", @"a\\b")]
    [InlineData("line\n- item", "line\n\\- item")]
    [InlineData("夜に駆ける 🎵", "夜に駆ける 🎵")]
    [InlineData("left\u202Eright\u0000", "leftright")]
    [InlineData("  spaces  ", "spaces")]
    public void A_text_is_shown_as_it_was_written(string text, string markdown) => Assert.Equal(markdown, Markdown.Escape(text, 1000));

    [Fact]
    public void A_cut_never_splits_an_escape_or_a_letter()
    {
        Assert.Equal(@"\*…", Markdown.Escape("***", 4));
        Assert.Equal("ab…", Markdown.Escape("ab🎵🎵", 4));
        Assert.Equal("ab🎵", Markdown.Escape("ab🎵", 4));
        Assert.Equal("\uFFFD", Markdown.Escape("\uD83C", 4));
    }

    [Fact]
    public void Where_markdown_means_nothing_nothing_is_escaped() => Assert.Equal("a_b *c*", Markdown.Plain("a_b *c*", 100));
}
