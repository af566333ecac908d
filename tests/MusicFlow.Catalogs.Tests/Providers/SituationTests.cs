using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing.Spotify;

namespace MusicFlow.Catalogs.Tests.Providers;

/// <summary>The three situations a host can be in: an app of before the cuts, an app in development mode, no app at all.</summary>
public sealed class SituationTests
{
    const string Song = "Glass Harbour - The Paper Lanterns";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_extended_app_gives_everything_itself()
    {
        await using var world = await LiveWorld.StartAsync(SpotifyMode.Extended);

        var track = await world.FindAllAsync(Song, Ct);

        Assert.Equal(("Glass Harbour", "The Paper Lanterns"), (track.Title?.Value, track.Artists?.Value[0]));
        Assert.Equal((64d, "spotify"), (track.Popularity?.Value, track.Popularity?.Source.Name));
        Assert.Equal((0.64, "spotify"), (track.Danceability?.Value, track.Danceability?.Source.Name));
        Assert.Equal((4, 3), (track.TimeSignature?.Value, track.AvailableMarkets?.Value));
        Assert.Equal(TrackFields.None, TrackGaps.Of(track));
        Assert.Equal(1, world.Emulated.Spotify.Tokens);
    }

    [Fact]
    public async Task Development_mode_gives_the_track_and_others_its_sound()
    {
        await using var world = await LiveWorld.StartAsync(SpotifyMode.Development);

        var track = await world.FindAllAsync(Song, Ct);

        Assert.Null(track.Popularity);
        Assert.Null(track.AvailableMarkets);
        Assert.Equal(("spotify", "spotify"), (track.Title?.Source.Name, track.Isrc?.Source.Name));
        Assert.Equal((0.64, "reccobeats"), (track.Danceability?.Value, track.Danceability?.Source.Name));
        Assert.Equal((116.9, "deezer"), (track.TempoBpm?.Value, track.TempoBpm?.Source.Name));
        Assert.Equal("musicbrainz", track.Genre?.Source.Name);
    }

    [Fact]
    public async Task Without_an_app_a_song_is_found_all_the_same()
    {
        await using var world = await LiveWorld.StartAsync(spotify: null);

        var track = await world.FindAllAsync(Song, Ct);

        Assert.Equal("deezer", track.Title?.Source.Name);
        Assert.Equal(("deezer", "reccobeats", "musicbrainz"), (track.Isrc?.Source.Name, track.Energy?.Source.Name, track.Genre?.Source.Name));
        Assert.Equal("indie rock", track.Genre?.Value);
        Assert.Equal("00001EmulatedSpotifyId", track.SpotifyId?.Value);
        Assert.DoesNotContain(world.Emulated.Spotify.Requests, request => request.Contains("/v1/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://open.spotify.com/intl-de/track/00004EmulatedSpotifyId?si=abc", SpotifyMode.Extended)]
    [InlineData("spotify:track:00004EmulatedSpotifyId", SpotifyMode.Development)]
    [InlineData("https://open.spotify.com/track/00004EmulatedSpotifyId", null)]
    [InlineData("https://www.deezer.com/de/track/3000004", null)]
    [InlineData("https://music.apple.com/us/album/x/2?i=1400000004", null)]
    [InlineData("https://musicbrainz.org/recording/00000000-0000-4000-8000-000000000004", null)]
    public async Task A_link_leads_to_its_track_in_every_situation(string link, SpotifyMode? spotify)
    {
        await using var world = await LiveWorld.StartAsync(spotify);

        var track = await world.FindAllAsync(link, Ct);

        Assert.Equal(("夜のフェリー", "紙の提灯"), (track.Title?.Value, track.Artists?.Value[0]));
        Assert.NotNull(track.Id);
    }

    [Fact]
    public async Task A_spotify_link_of_which_only_the_title_is_known_is_never_taken_silently()
    {
        await using var world = await LiveWorld.StartAsync(spotify: null);
        world.Settings["Providers:ReccoBeats:Enabled"] = "false";

        var match = await world.Finder.FindAsync("https://open.spotify.com/track/00008EmulatedSpotifyId", Ct);

        var offered = Assert.IsType<TrackMatch.Several>(match);
        Assert.Equal("Salt & Thunder", offered.Tracks[0].Title?.Value);
    }
}
