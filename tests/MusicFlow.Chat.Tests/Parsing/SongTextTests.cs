using MusicFlow.Chat.Parsing;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Tests.Parsing;

public sealed class SongTextTests
{
    const string Link = "https://open.spotify.com/track/6habFhsOp2NvshLv26DqMb";

    [Theory]
    [InlineData("a - b", "a - b")]
    [InlineData("\n  a - b  \nsecond line", "a - b")]
    [InlineData($"listen to this {Link} now", Link)]
    [InlineData($"Song\nArtist\n{Link}", Link)]
    [InlineData(Link, Link)]
    [InlineData("AC/DC - Thunderstruck", "AC/DC - Thunderstruck")]
    [InlineData("   ", "")]
    [InlineData("", "")]
    public void The_link_else_the_first_line_is_the_song(string text, string song) => Assert.Equal(song, SongText.Of(text));

    [Fact]
    public void A_text_that_is_too_long_stays_too_long() => Assert.Equal(QueryFault.TooLong, TrackQuery.FaultOf(SongText.Of(new string('x', 10_000))));
}
