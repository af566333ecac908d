using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Enrichment;

/// <summary>Which answers count as the same recording, where they disagree, what expires, and whom a card names.</summary>
public sealed class TrackMergeRulesTests
{
    static readonly DateTimeOffset Then = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    static TrackFacts Known { get; } = Some.BareTrack("Glass Harbour", "The Paper Lanterns") with { Isrc = Some.Fact("QZEMU2500001"), DurationMs = Some.Fact(216_000d) };

    [Theory]
    [InlineData("Glass Harbour", "The Paper Lanterns", 216_400, null, true)]
    [InlineData("Glass Harbour (2011 Remaster)", "Paper Lanterns", 219_000, null, true)]
    [InlineData("Стеклянная гавань", "Бумажные фонари", 216_000, "QZEMU2500001", true)]
    [InlineData("Glass Harbour", "The Paper Lanterns", 301_000, null, false)]
    [InlineData("Glass Harbour (Remix)", "Somebody Else", 216_000, null, false)]
    [InlineData("Wooden Sky", "The Paper Lanterns", 216_000, "QZEMU2500009", false)]
    public void An_answer_counts_if_it_is_the_same_recording(string title, string artist, double ms, string? isrc, bool same)
    {
        var offered = Some.BareTrack(title, artist) with { DurationMs = Some.Fact(ms), Isrc = isrc is null ? null : Some.Fact(isrc) };

        Assert.Equal(same, SameRecording.Is(Known, offered));
        Assert.Equal(same, RecordingChoice.Of(Known, [offered]) is not null);
    }

    [Fact]
    public void Conflicts_are_differences_that_matter()
    {
        var deezer = new FactSource("deezer", Then);
        var chosen = Known with { TempoBpm = Some.Fact(116.9), Released = Some.Fact(new ReleaseDate(2015, 7, 17)) };
        var answer = Known.FromSource("deezer", Then) with
        {
            Title = new("glass harbour", deezer),
            TempoBpm = new(58.4, deezer),
            DurationMs = new(216_900, deezer),
            Released = new(new ReleaseDate(2015, null, null), deezer),
        };

        var conflict = Assert.Single(FactConflict.Of(chosen, [answer]));

        Assert.Equal(("tempo", 58.4, "deezer"), (conflict.Name, conflict.Value, conflict.Source.Name));
    }

    [Fact]
    public void Spotifys_facts_expire_after_a_day_but_not_its_id()
    {
        var source = new FactSource("spotify", Then);
        var track = Some.BareTrack() with { Popularity = new(50, source), SpotifyId = new("00001EmulatedSpotifyId", source) };

        Assert.Equal(track, FactExpiry.Apply(track, Then.AddHours(24)));
        Assert.Equal(track with { Popularity = null }, FactExpiry.Apply(track, Then.AddHours(24.1)));
        Assert.Null(FactExpiry.Apply(track.FromSource("spotify", Then), Then.AddDays(2)));
    }

    [Fact]
    public void A_card_names_and_links_whom_its_facts_come_from()
    {
        var deezer = new FactSource("deezer", Then);
        var track = Some.Track() with { DeezerId = new("3000001", deezer), SpotifyId = Some.Fact("00001EmulatedSpotifyId"), Energy = new(0.5, new("reccobeats", Then)) };

        Assert.Equal(["Deezer https://www.deezer.com/track/3000001", "ReccoBeats https://reccobeats.com/"], Attribution.Of(track).Select(service => $"{service.Name} {service.Link}"));
        Assert.Empty(Attribution.Of(Some.Track()));
    }

    [Fact]
    public void Misses_are_forgotten_in_time_and_never_too_many()
    {
        var clock = new ManualTime();
        var misses = new RecentKeys(clock, capacity: 3);
        foreach (var name in (string[])["a", "b", "c", "d"]) misses.Add(name, TimeSpan.FromMinutes(1));

        Assert.Equal([false, true, true, true], new[] { "a", "b", "c", "d" }.Select(misses.Contains));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(misses.Contains("d"));
    }
}
