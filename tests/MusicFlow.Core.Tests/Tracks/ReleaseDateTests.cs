using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Tests.Tracks;

public sealed class ReleaseDateTests
{
    [Theory]
    [InlineData("2015", "2015")]
    [InlineData("2015.0", "2015")]
    [InlineData(" 2015-07 ", "2015-07")]
    [InlineData("2015-07-17", "2015-07-17")]
    [InlineData("2015-07-17T00:00:00Z", "2015-07-17")]
    [InlineData("2016-02-29", "2016-02-29")]
    public void A_date_is_as_precise_as_its_text(string text, string expected)
    {
        Assert.True(ReleaseDate.TryParse(text, out var date));
        Assert.Equal(expected, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("1859")]
    [InlineData("2101")]
    [InlineData("2015-13")]
    [InlineData("2015-02-29")]
    [InlineData("2015-2-1")]
    [InlineData("17.07.2015")]
    [InlineData("2015-07-17x")]
    [InlineData("-015")]
    public void What_is_no_date_is_refused(string text) => Assert.False(ReleaseDate.TryParse(text, out _));
}
