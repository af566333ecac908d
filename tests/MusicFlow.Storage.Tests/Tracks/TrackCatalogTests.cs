using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Storage.Tests.Tracks;

public sealed class TrackCatalogTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static TrackKey KeyOf(TrackFacts track) => TrackKey.Of(track)!.Value;

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task A_track_comes_back_as_it_went_in_with_the_source_of_every_fact(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        var spotify = new FactSource("spotify", DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123));
        var track = Some.Track("Déjà “Vu” 夜", "Beyoncé", "JAY-Z") with
        {
            SpotifyId = Some.Fact("6habFhsOp2NvshLv26DqMb"),
            Isrc = new("USSM10603683", spotify),
            Popularity = new(71.5, spotify),
            Explicit = new(true, spotify),
            Released = new(new ReleaseDate(2006, 9, null), spotify),
        };

        var counts = await catalog.ImportAsync([track], Ct);

        Assert.Equal(new ImportCounts(1, 0, 0), counts);
        AssertSame(track, await catalog.GetAsync(KeyOf(track), Ct));
        AssertSame(track, await catalog.GetBySpotifyIdAsync("6habFhsOp2NvshLv26DqMb", Ct));
        AssertSame(track, await catalog.GetByIsrcAsync("ussm10603683", Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Unknown_facts_stay_unknown(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        var track = Some.BareTrack("Only", "Names");

        await catalog.ImportAsync([track], Ct);

        AssertSame(track, await catalog.GetAsync(KeyOf(track), Ct));
        Assert.Null(await catalog.GetAsync(new TrackKey("no|such"), Ct));
        Assert.Null(await catalog.GetBySpotifyIdAsync("none", Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task An_import_fills_gaps_and_blanks_nothing(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        var full = Some.Track("Song", "A") with { Genre = null };
        await catalog.ImportAsync([full], Ct);

        var counts = await catalog.ImportAsync([Some.BareTrack("Song (feat. B)", "A", "B") with { Genre = new("pop", new("other", Some.Source.At)) }], Ct);

        Assert.Equal(new ImportCounts(0, 1, 0), counts);
        AssertSame(full with { Genre = new("pop", new("other", Some.Source.At)) }, await catalog.GetAsync(KeyOf(full), Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Known_facts_yield_to_the_same_source_and_starter_facts_to_any(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        var at = Some.Source.At;
        await catalog.ImportAsync([Popular(10, "csv", at), Popular(20, FactSource.Starter, at, "Starter Song")], Ct);

        await catalog.ImportAsync([Popular(11, "csv", at.AddDays(1)), Popular(21, "csv", at.AddDays(-1), "Starter Song")], Ct);
        await catalog.ImportAsync([Popular(12, "other", at.AddDays(2)), Popular(99, "csv", at.AddDays(-9))], Ct);

        Assert.Equal(11, (await catalog.GetAsync(TrackKey.Of("Song", "A"), Ct))?.Popularity?.Value);
        Assert.Equal(21, (await catalog.GetAsync(TrackKey.Of("Starter Song", "A"), Ct))?.Popularity?.Value);
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Equal_ISRCs_are_one_recording_under_every_title(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        var first = Some.BareTrack("Dream On", "Aerosmith") with { Isrc = Some.Fact("USSM17300456") };
        var second = Some.BareTrack("Dream On (LP Cut)", "Aerosmith") with { Isrc = Some.Fact("ussm17300456"), SpotifyId = Some.Fact("1xsYj84j7hUDDnTTerGWlH"), Genre = Some.Fact("rock") };

        var counts = await catalog.ImportAsync([first, second], Ct);
        var again = await catalog.ImportAsync([second with { Isrc = null, SpotifyId = null }], Ct);

        Assert.Equal(new ImportCounts(1, 1, 0), counts);
        Assert.Equal(new ImportCounts(0, 1, 0), again);
        Assert.Equal("rock", (await catalog.GetAsync(KeyOf(first), Ct))?.Genre?.Value);
        Assert.Equal("Dream On", (await catalog.GetAsync(KeyOf(second), Ct))?.Title?.Value);
        Assert.Equal("Dream On", (await catalog.GetBySpotifyIdAsync("1xsYj84j7hUDDnTTerGWlH", Ct))?.Title?.Value);
        var many = await catalog.GetManyAsync([KeyOf(first), KeyOf(second), new TrackKey("no|such")], Ct);
        Assert.Equal(new HashSet<TrackKey> { KeyOf(first), KeyOf(second) }, many.Keys.ToHashSet());
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Every_Spotify_id_of_a_recording_finds_it(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();

        await catalog.ImportAsync([Some.BareTrack("Song") with { SpotifyId = Some.Fact("id1") }], Ct);
        await catalog.ImportAsync([Some.BareTrack("Song - Remastered") with { SpotifyId = Some.Fact("id2") }], Ct);

        Assert.Equal("id1", (await catalog.GetBySpotifyIdAsync("id1", Ct))?.SpotifyId?.Value);
        Assert.Equal("id1", (await catalog.GetBySpotifyIdAsync("id2", Ct))?.SpotifyId?.Value);
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Tracks_that_cannot_be_stored_are_counted_and_harm_no_other(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();

        var counts = await catalog.ImportAsync(
        [
            Some.BareTrack("Good"),
            new TrackFacts(),
            Some.BareTrack("No artist") with { Artists = null },
            Some.BareTrack(" "),
            Some.BareTrack("Nul\0"),
            Some.BareTrack("Half \uD83D"),
            Some.BareTrack(new string('x', 3_000)),
            Some.BareTrack("'; drop table track; --", "\"%_\\"),
        ], Ct);

        Assert.Equal(new ImportCounts(2, 0, 6), counts);
        Assert.NotNull(await catalog.GetAsync(TrackKey.Of("'; drop table track; --", "\"%_\\"), Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Candidates_survive_typing_errors_order_and_any_script(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        await catalog.ImportAsync([.. Enumerable.Range(0, 300).Select(i => Some.BareTrack($"Filler {i} of the song", $"Band {i % 7}"))], Ct);
        await catalog.ImportAsync([Some.BareTrack("The Less I Know The Better", "Tame Impala"), Some.BareTrack("夜に駆ける", "YOASOBI"), Some.BareTrack("Hello", "Adele"), Some.BareTrack("÷", "???")], Ct);

        Assert.Equal("The Less I Know The Better", await FirstAsync("tame imapla the les i know the beter"));
        Assert.Equal("夜に駆ける", await FirstAsync("yoasobi 夜に駆ける"));
        Assert.Equal("Hello", await FirstAsync("hello"));
        Assert.Equal("÷", await FirstAsync("÷"));
        Assert.Empty(await catalog.FindCandidatesAsync("  ", 10, Ct));
        Assert.Equal(5, (await catalog.FindCandidatesAsync("filler of the song", 5, Ct)).Count);

        async Task<string?> FirstAsync(string text) => (await catalog.FindCandidatesAsync(text, 10, Ct))[0].Title?.Value;
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Hostile_search_texts_are_only_texts(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        await catalog.ImportAsync([Some.BareTrack("Song")], Ct);

        foreach (var text in new[] { "\" OR *", "NEAR(a b)", "search:song", "'; delete from track", "a AND NOT b", "((((", new string('z', 200), "😀😀😀" })
            await catalog.FindCandidatesAsync(text, 10, Ct);

        Assert.Equal(1, (await catalog.GetStatsAsync(Ct)).Tracks);
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task An_artists_tracks_come_by_popularity(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        await catalog.ImportAsync([Popular(10, title: "Low"), Popular(90, title: "High"), Some.BareTrack("None", "A"), Some.BareTrack("Other", "B")], Ct);

        var tracks = await catalog.GetByArtistAsync("A feat. C", Ct);

        Assert.Equal(["High", "Low", "None"], tracks.Select(track => track.Title?.Value));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task All_tracks_stream_and_are_counted(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        var tracks = Enumerable.Range(0, 500).Select(i => (i % 5 == 0 ? Some.BareTrack($"Song {i}", $"Artist {i % 10}") : Some.Track($"Song {i}", $"Artist {i % 10}")).FromSource(i % 2 == 0 ? "even" : "odd", Some.Source.At)).ToList();
        await catalog.ImportAsync(tracks, Ct);

        var streamed = await catalog.StreamAsync(Ct).Select(track => track.Title?.Value).ToListAsync(Ct);

        Assert.Equal(tracks.Select(track => track.Title?.Value), streamed);
        var stats = await catalog.GetStatsAsync(Ct);
        Assert.Equal((500, 10, 400, 400), (stats.Tracks, stats.Artists, stats.WithFeatures, stats.WithPopularity));
        Assert.Equal([new SourceCount("even", 250), new SourceCount("odd", 250)], stats.BySource);
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Imports_side_by_side_make_one_recording(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();

        var counts = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => catalog.ImportAsync(
            [.. Enumerable.Range(0, 50).Select(n => Some.BareTrack($"Song {n}") with { SpotifyId = Some.Fact($"{i}-{n}") })], Ct)));

        Assert.Equal(new ImportCounts(50, 250, 0), counts.Aggregate(ImportCounts.Add));
        Assert.Equal("Song 7", (await catalog.GetBySpotifyIdAsync("5-7", Ct))?.Title?.Value);
    }

    static TrackFacts Popular(double popularity, string source = "csv", DateTimeOffset? at = null, string title = "Song") =>
        (Some.BareTrack(title, "A") with { Popularity = Some.Fact(popularity) }).FromSource(source, at ?? Some.Source.At);

    static void AssertSame(TrackFacts expected, TrackFacts? actual)
    {
        Assert.NotNull(actual);
        Assert.True(actual.Id is { Value: > 0 });
        Assert.Equal(expected.Artists!.Value.Value, actual.Artists!.Value.Value);
        Assert.Equal(expected.Artists.Value.Source, actual.Artists.Value.Source);
        Assert.Equal(expected with { Artists = null }, actual with { Id = null, Artists = null });
    }
}
