using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Storage.Tests.Tracks;

/// <summary>What live providers know, in the catalogue: ids and covers come back, and what may be kept for a while only goes in time.</summary>
public sealed class ProviderFactsTests
{
    static readonly DateTimeOffset Then = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    static readonly FactSource Spotify = new("spotify", Then);
    static readonly FactSource Deezer = new("deezer", Then);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static TrackFacts FromSpotify => new()
    {
        Title = new("Glass Harbour", Spotify),
        Artists = new(["The Paper Lanterns"], Spotify),
        SpotifyId = new("00001EmulatedSpotifyId", Spotify),
        Popularity = new(64, Spotify),
        Album = new("Night Ferries", Spotify),
    };

    static TrackFacts FromDeezer => new()
    {
        Title = new("Glass Harbour", Deezer),
        Artists = new(["The Paper Lanterns"], Deezer),
        DeezerId = new("3000001", Deezer),
        AppleId = new("1400000001", Deezer),
        MusicBrainzId = new("00000000-0000-4000-8000-000000000001", Deezer),
        Cover = new(new Uri("https://images.example.org/a%20b/1000.jpg"), Deezer),
        DurationMs = new(216_000, Deezer),
    };

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task A_track_is_found_by_the_ids_of_every_service(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        await catalog.ImportAsync([FromDeezer, FromSpotify], Ct);

        foreach (var link in (TrackLink[])[new(TrackService.Deezer, "3000001"), new(TrackService.Apple, "1400000001"), new(TrackService.Spotify, "00001EmulatedSpotifyId"), new(TrackService.MusicBrainz, "00000000-0000-4000-8000-000000000001")])
            Assert.Equal("https://images.example.org/a%20b/1000.jpg", (await catalog.GetByLinkAsync(link, Ct))?.Cover?.Value.AbsoluteUri);
        Assert.Null(await catalog.GetByLinkAsync(new TrackLink(TrackService.Deezer, "9"), Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Spotifys_facts_go_after_a_day_and_its_id_stays(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        await catalog.ImportAsync([FromSpotify], Ct);
        await catalog.ImportAsync([FromDeezer], Ct);

        var early = await catalog.ExpireAsync(Then.AddHours(23), Ct);
        var late = await catalog.ExpireAsync(Then.AddHours(25), Ct);

        var track = await catalog.GetByLinkAsync(new TrackLink(TrackService.Spotify, "00001EmulatedSpotifyId"), Ct);
        Assert.Equal((0, 1), (early, late));
        Assert.Equal(("Glass Harbour", "deezer"), (track?.Title?.Value, track?.Title?.Source.Name));
        Assert.Equal((null, null, 216_000d), (track?.Popularity?.Value, track?.Album?.Value, track?.DurationMs?.Value));
        Assert.Equal(0, await catalog.ExpireAsync(Then.AddHours(26), Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task A_track_that_only_spotify_names_goes_as_a_whole(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        await catalog.ImportAsync([FromSpotify, Some.Track("Another", "Somebody")], Ct);

        var changed = await catalog.ExpireAsync(Then.AddHours(25), Ct);

        Assert.Equal(1, changed);
        Assert.Null(await catalog.GetByLinkAsync(new TrackLink(TrackService.Spotify, "00001EmulatedSpotifyId"), Ct));
        Assert.Equal(1, (await catalog.GetStatsAsync(Ct)).Tracks);
        Assert.Empty(await catalog.FindCandidatesAsync("Glass Harbour", 5, Ct));
    }
}
