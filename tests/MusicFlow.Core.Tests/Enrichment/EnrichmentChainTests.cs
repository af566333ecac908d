using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Enrichment;

public sealed class EnrichmentChainTests
{
    static readonly ManualTime Clock = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static TrackFacts Known => Some.BareTrack("Glass Harbour", "The Paper Lanterns");

    [Fact]
    public async Task The_first_in_order_wins_each_fact_whichever_answers_first()
    {
        var slow = new FakeProvider("spotify", TrackFields.Duration) { Answer = Facts("spotify") with { DurationMs = new(1000, Source("spotify")) } };
        var quick = new FakeProvider("deezer", TrackFields.Duration | TrackFields.Tempo) { Answer = Facts("deezer") with { DurationMs = new(2000, Source("deezer")), TempoBpm = new(90, Source("deezer")) } };
        slow.Hold();
        await using var chain = Chain(quick, slow);

        var asking = chain.EnrichAsync(Known, Task.Delay(Timeout.Infinite, Ct), Ct);
        slow.Release();
        var track = (await asking).Facts;

        Assert.Equal((1000d, 90d), (track.DurationMs?.Value, track.TempoBpm?.Value));
    }

    [Fact]
    public async Task Whoever_needs_an_isrc_is_asked_as_soon_as_somebody_told_it()
    {
        var isrc = new FakeProvider("deezer", TrackFields.Isrc) { Answer = Facts("deezer") with { Isrc = new("QZEMU2500001", Source("deezer")) } };
        var sound = new FakeProvider("reccobeats", TrackFields.Sound) { NeedsIsrc = true, Answer = new TrackFacts { Danceability = new(0.6, Source("reccobeats")), Energy = new(0.6, Source("reccobeats")), Valence = new(0.6, Source("reccobeats")) } };
        await using var chain = Chain(isrc, sound);

        var track = (await chain.EnrichAsync(Known, Task.Delay(Timeout.Infinite, Ct), Ct)).Facts;

        Assert.Equal(0.6, track.Danceability?.Value);
    }

    [Fact]
    public async Task A_provider_that_throws_costs_its_facts_only()
    {
        var broken = new FakeProvider("spotify", TrackFields.Duration) { Failure = new InvalidOperationException("down") };
        var good = new FakeProvider("deezer", TrackFields.Duration) { Answer = Facts("deezer") with { DurationMs = new(2000, Source("deezer")) } };
        await using var chain = Chain(broken, good);

        Assert.Equal(2000, (await chain.EnrichAsync(Known, Task.Delay(Timeout.Infinite, Ct), Ct)).Facts.DurationMs?.Value);
    }

    [Fact]
    public async Task The_waiting_ends_with_the_deadline_and_the_rest_comes_later()
    {
        var slow = new FakeProvider("spotify", TrackFields.Duration) { Answer = Facts("spotify") with { DurationMs = new(1000, Source("spotify")) } };
        slow.Hold();
        await using var chain = Chain(slow);

        var early = await chain.EnrichAsync(Known, Task.CompletedTask, Ct);
        slow.Release();
        var late = await early.Rest!;

        Assert.Null(early.Facts.DurationMs);
        Assert.Equal(1000, late.DurationMs?.Value);
    }

    [Fact]
    public async Task A_track_whose_essential_facts_are_known_waits_for_nobody()
    {
        var provider = new FakeProvider("spotify", TrackFields.Cover);
        await using var chain = Chain(provider);

        var track = await chain.EnrichAsync(Some.Track(), Task.Delay(Timeout.Infinite, Ct), Ct);

        Assert.Null(track.Rest);
        Assert.Equal(0, provider.Asked);
        Assert.True(chain.IsWorthRefreshing(Some.Track()));
    }

    [Fact]
    public async Task What_a_provider_does_not_know_is_asked_once_until_the_miss_is_forgotten()
    {
        var ignorant = new FakeProvider("deezer", TrackFields.Duration);
        await using var chain = Chain(ignorant);
        for (var i = 0; i < 3; i++)
            await chain.EnrichAsync(Known, Task.Delay(Timeout.Infinite, Ct), Ct);

        Assert.Equal(1, ignorant.Asked);
    }

    [Fact]
    public async Task What_a_provider_left_out_is_not_asked_for_again_at_once()
    {
        var brief = new FakeProvider("deezer", TrackFields.Duration | TrackFields.Tempo) { Answer = Facts("deezer") with { DurationMs = new(2000, Source("deezer")) } };
        await using var chain = Chain(brief);
        var track = (await chain.EnrichAsync(Known, Task.Delay(Timeout.Infinite, Ct), Ct)).Facts;

        await chain.RefreshAsync(track, Ct);

        Assert.Equal(1, brief.Asked);
    }

    [Fact]
    public async Task Another_recording_is_no_answer()
    {
        var liar = new FakeProvider("deezer", TrackFields.Duration) { Answer = Some.Track("Wooden Sky", "Somebody Else") };
        await using var chain = Chain(liar);

        Assert.Null((await chain.EnrichAsync(Known, Task.Delay(Timeout.Infinite, Ct), Ct)).Facts.DurationMs);
    }

    [Fact]
    public async Task Old_facts_are_asked_for_again_in_the_background_only()
    {
        var old = Some.Track().FromSource("deezer", ManualTime.Start.AddDays(-40));
        var provider = new FakeProvider("deezer", TrackFields.Duration) { Answer = old.FromSource("deezer", ManualTime.Start) with { DurationMs = new(217_000, Source("deezer")) } };
        await using var chain = Chain(provider);

        Assert.Null((await chain.EnrichAsync(old, Task.Delay(Timeout.Infinite, Ct), Ct)).Rest);
        Assert.Equal(217_000, (await chain.RefreshAsync(old, Ct)).DurationMs?.Value);
    }

    static FactSource Source(string name) => new(name, ManualTime.Start);

    static TrackFacts Facts(string source) => Known.FromSource(source, ManualTime.Start);

    static EnrichmentChain Chain(params ITrackProvider[] providers)
    {
        var options = Options.Create(new EnrichmentOptions());
        return new EnrichmentChain(new ProviderList(providers, options), new MemoryCatalog(), options, Clock, NullLogger<EnrichmentChain>.Instance);
    }
}
