using System.Diagnostics;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;
using MusicFlow.Testing.Providers;
using MusicFlow.Testing.Spotify;

namespace MusicFlow.Catalogs.Tests.Providers;

/// <summary>A provider that fails, stalls or lies costs its facts, never the answer.</summary>
public sealed class FailureTests
{
    const string Song = "Glass Harbour - The Paper Lanterns";
    static readonly EmulatedSong Another = new(77, "Wooden Sky", "Somebody Quite Different") { DurationMs = 99_000, Danceability = 0.11 };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults => [.. AllFaults.Keys];

    static Dictionary<string, Fault> AllFaults { get; } = new(StringComparer.Ordinal)
    {
        ["401"] = new Fault.Status(401, Reason: "The access token expired"),
        ["403"] = new Fault.Status(403, Reason: "Active premium subscription required for the owner of the app"),
        ["404"] = new Fault.Status(404),
        ["429 for a day"] = new Fault.Status(429, TimeSpan.FromDays(1), "QUOTA_EXCEEDED"),
        ["429 without a time"] = new Fault.Status(429),
        ["500"] = new Fault.Status(500),
        ["503 for a minute"] = new Fault.Status(503, TimeSpan.FromMinutes(1)),
        ["418"] = new Fault.Status(418),
        ["hangs"] = new Fault.Hang(),
        ["stalls in the body"] = new Fault.Stall(),
        ["half a body"] = new Fault.HalfABody(),
        ["html"] = new Fault.Html(),
        ["garbage"] = new Fault.Garbage(),
        ["another shape"] = new Fault.OtherShape(),
        ["redirect"] = new Fault.Redirect("http://127.0.0.1:9/elsewhere"),
        ["endless"] = new Fault.Endless(),
        ["nothing"] = new Fault.Nothing(),
        ["nulls"] = new Fault.Nulls(),
        ["another song"] = new Fault.OtherSong(Another),
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task A_song_is_found_without_spotify(string fault)
    {
        await using var world = await FastAsync(SpotifyMode.Extended);
        world.Emulated.Spotify.Fault = AllFaults[fault];

        var track = await world.FindAllAsync(Song, Ct);

        Assert.Equal(("Glass Harbour", "deezer"), (track.Title?.Value, track.Title?.Source.Name));
        Assert.Equal((0.64, "reccobeats"), (track.Danceability?.Value, track.Danceability?.Source.Name));
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task A_song_is_found_without_deezer(string fault)
    {
        await using var world = await FastAsync(spotify: null);
        world.Emulated.Deezer.Fault = AllFaults[fault];

        var track = await world.FindAllAsync(Song, Ct);

        Assert.Equal(("Glass Harbour", "musicbrainz"), (track.Title?.Value, track.Title?.Source.Name));
        Assert.Equal((0.64, "reccobeats"), (track.Danceability?.Value, track.Danceability?.Source.Name));
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task A_song_is_found_without_deezer_and_musicbrainz(string fault)
    {
        await using var world = await FastAsync(spotify: null);
        (world.Emulated.Deezer.Fault, world.Emulated.MusicBrainz.Fault) = (AllFaults[fault], AllFaults[fault]);

        var track = await world.FindAllAsync(Song, Ct);

        Assert.Equal(("Glass Harbour", "itunes"), (track.Title?.Value, track.Title?.Source.Name));
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task A_song_is_found_without_its_sound(string fault)
    {
        await using var world = await FastAsync(spotify: null);
        world.Emulated.ReccoBeats.Fault = AllFaults[fault];

        var track = await world.FindAllAsync(Song, Ct);

        Assert.Equal(("Glass Harbour", "deezer", 216_000d), (track.Title?.Value, track.Title?.Source.Name, track.DurationMs?.Value));
        Assert.True(track.Danceability is null, $"danceability is {track.Danceability}");
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task Nobody_left_is_no_song_and_no_exception(string fault)
    {
        await using var world = await FastAsync(SpotifyMode.Extended);
        world.Emulated.Fail(AllFaults[fault]);

        var match = await world.Finder.FindAsync(Song, Ct);

        var none = Assert.IsType<TrackMatch.None>(match);
        var isAnAnswer = fault is "nothing" or "nulls" or "another song";
        Assert.Equal(isAnAnswer, none.Away.Count == 0);
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task Known_facts_outlive_a_failed_refresh(string fault)
    {
        await using var world = await FastAsync(SpotifyMode.Extended);
        var known = Some.Track("Glass Harbour", "The Paper Lanterns") with { Isrc = Some.Fact("QZEMU2500001"), DurationMs = Some.Fact(216_320d) };
        await world.Catalog.ImportAsync([known], Ct);
        world.Emulated.Fail(AllFaults[fault]);

        var track = await world.Get<Core.Enrichment.EnrichmentChain>().RefreshAsync(known, Ct);

        Assert.Equal(known, track with { Id = known.Id, Cover = known.Cover, DeezerId = known.DeezerId, SpotifyId = known.SpotifyId, MusicBrainzId = known.MusicBrainzId });
    }

    [Fact]
    public async Task An_answer_waits_for_nobody_beyond_its_budget()
    {
        await using var world = await LiveWorld.StartAsync(SpotifyMode.Extended);
        world.Settings["Providers:Budget"] = "00:00:00.6";
        world.Emulated.Fail(new Fault.Hang());
        var clock = Stopwatch.StartNew();

        var match = await world.Finder.FindAsync(Song, Ct);

        Assert.IsType<TrackMatch.None>(match);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Late_facts_come_behind_the_answer_and_are_stored()
    {
        await using var world = await LiveWorld.StartAsync(spotify: null);
        world.Settings["Providers:Budget"] = "00:00:02";
        world.Settings["Providers:ReccoBeats:Timeout"] = "00:00:20";
        world.Emulated.ReccoBeats.Latency = TimeSpan.FromSeconds(3);

        var found = Assert.IsType<TrackMatch.Found>(await world.Finder.FindAsync(Song, Ct));
        var late = await found.Rest!.WaitAsync(Ct);

        Assert.Null(found.Track.Danceability);
        Assert.Equal(0.64, late.Danceability?.Value);
        Assert.Equal(0.64, (await world.Catalog.GetAsync(TrackKey.Of(late)!.Value, Ct))?.Danceability?.Value);
    }

    [Fact]
    public async Task Who_wants_to_be_left_alone_for_a_day_is_asked_once_and_keeps_nobody_waiting()
    {
        await using var world = await LiveWorld.StartAsync(spotify: null);
        world.Emulated.ReccoBeats.Fault = new Fault.Status(429, TimeSpan.FromDays(1));
        await world.FindAllAsync(Song, Ct);
        await world.FindAllAsync("Salt & Thunder - Copper Vale", Ct);

        Assert.Single(world.Emulated.ReccoBeats.Requests);
    }

    [Fact]
    public async Task A_provider_that_fails_again_and_again_is_left_alone_for_a_while()
    {
        await using var world = await FastAsync(spotify: null);
        world.Emulated.Deezer.Fault = new Fault.Status(500);
        for (var i = 0; i < 12; i++)
            await world.Finder.FindAsync(FormattableString.Invariant($"Unheard Of {i} - Nobody"), Ct);
        var asked = world.Emulated.Deezer.Requests.Count;

        await world.Finder.FindAsync("One More - Nobody", Ct);

        Assert.InRange(asked, 5, 16);
        Assert.Equal(asked, world.Emulated.Deezer.Requests.Count);
    }

    [Fact]
    public async Task However_many_ask_at_once_each_provider_is_asked_once()
    {
        await using var world = await LiveWorld.StartAsync(SpotifyMode.Extended);
        world.Emulated.Spotify.Latency = TimeSpan.FromMilliseconds(50);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => world.FindAllAsync(Song, Ct)));

        Assert.Equal(1, world.Emulated.Spotify.Tokens);
        Assert.Single(world.Emulated.Spotify.Requests, request => request.Contains("/v1/search", StringComparison.Ordinal));
        Assert.Single(world.Emulated.Deezer.Requests);
    }

    [Fact]
    public async Task What_nobody_knows_is_not_asked_for_again()
    {
        await using var world = await FastAsync(SpotifyMode.Extended);
        await world.Finder.FindAsync("Zzyzx Qwertz - Nobody", Ct);
        var asked = world.Emulated.All.Sum(emulator => emulator.Requests.Count);

        await world.Finder.FindAsync("Zzyzx Qwertz - Nobody", Ct);

        Assert.Equal(asked, world.Emulated.All.Sum(emulator => emulator.Requests.Count));
    }

    [Fact]
    public async Task A_token_that_ran_out_is_renewed_once()
    {
        await using var world = await LiveWorld.StartAsync(SpotifyMode.Extended);
        await world.FindAllAsync(Song, Ct);
        world.Emulated.Spotify.HasRunOut = true;

        var track = await world.FindAllAsync("Salt & Thunder - Copper Vale", Ct);

        Assert.Equal("spotify", track.Title?.Source.Name);
        Assert.Equal(2, world.Emulated.Spotify.Tokens);
    }

    [Fact]
    public async Task A_refused_app_is_not_tried_with_every_question()
    {
        await using var world = await LiveWorld.StartAsync(SpotifyMode.Extended);
        world.Settings["Spotify:ClientSecret"] = "wrong";
        await world.FindAllAsync(Song, Ct);
        await world.FindAllAsync("Salt & Thunder - Copper Vale", Ct);

        Assert.Single(world.Emulated.Spotify.Requests);
        Assert.DoesNotContain(world.Log.Lines, line => line.Text.Contains("wrong", StringComparison.Ordinal) || line.Text.Contains(SpotifyEmulator.ClientId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_tells_nothing_of_what_people_ask()
    {
        await using var world = await FastAsync(SpotifyMode.Extended);
        world.Emulated.Fail(new Fault.HalfABody());

        await world.Finder.FindAsync("My Secret Song - Somebody", Ct);

        Assert.NotEmpty(world.Log.Lines);
        Assert.DoesNotContain(world.Log.Lines, line => line.Text.Contains("Secret", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Short timeouts, so that a test of twenty faults takes seconds; no limits on requests.</summary>
    static async Task<LiveWorld> FastAsync(SpotifyMode? spotify)
    {
        var world = await LiveWorld.StartAsync(spotify, isStrict: false);
        world.Settings["Providers:NextAfter"] = "00:00:00.15";
        foreach (var name in (string[])["Spotify", "Deezer", "MusicBrainz", "CoverArtArchive", "ITunes", "ReccoBeats"])
        {
            world.Settings[$"Providers:{name}:Timeout"] = "00:00:00.4";
            world.Settings[$"Providers:{name}:Rate"] = "1000";
            world.Settings[$"Providers:{name}:Burst"] = "1000";
        }
        return world;
    }
}
