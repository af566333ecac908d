using MusicFlow.Core.Tracks;
using MusicFlow.Testing;
using MusicFlow.Web.Api;

namespace MusicFlow.Web.Tests.Api;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("", 404, "search_track_url")]
    [InlineData("deezer", 503, "providers")]
    public void A_song_that_nobody_knows_is_404_but_503_while_somebody_stays_silent(string away, int status, string failure)
    {
        var refusal = Refusal.Of(new TrackMatch.None([new ScoredTrack(Some.Track("Near", "Nobody"), 0.3)]) { Away = away.Split(',', StringSplitOptions.RemoveEmptyEntries) });

        Assert.Equal((status, failure), (refusal.Status, refusal.FailureType));
        Assert.Contains(away, refusal.Detail, StringComparison.Ordinal);
        Assert.Equal("Near", Assert.Single(refusal.Choices!).Song);
    }
}
