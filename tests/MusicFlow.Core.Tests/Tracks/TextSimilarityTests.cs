using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Tests.Tracks;

public sealed class TextSimilarityTests
{
    [Theory]
    [InlineData("abcd", "abcd", 1)]
    [InlineData("abcd", "abc", 0.75)]
    [InlineData("abcd", "abdc", 0.75)]
    [InlineData("abcd", "wxyz", 0)]
    [InlineData("", "abcd", 0)]
    [InlineData("", "", 0)]
    [InlineData("one two", "two one", 0.97)]
    public void Likeness_is_one_minus_the_share_of_edits(string left, string right, double expected) =>
        Assert.Equal(expected, TextSimilarity.Of(left, right), 12);

    [Theory]
    [InlineData("the less i know", "the less you know")]
    [InlineData("tame impala", "tame imapla")]
    [InlineData("a b c d", "d")]
    public void Likeness_does_not_depend_on_the_side_and_stays_in_range(string left, string right)
    {
        Assert.Equal(TextSimilarity.Of(left, right), TextSimilarity.Of(right, left), 12);
        Assert.InRange(TextSimilarity.Of(left, right), 0, 1);
    }

    [Fact]
    public void Long_texts_are_compared_too() => Assert.Equal(1 - 1 / 2_000d, TextSimilarity.ByEdits(new string('a', 2_000), new string('a', 1_999) + "b"), 12);
}
