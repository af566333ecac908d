using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Enrichment;

public sealed class FactPolicyTests
{
    static readonly DateTimeOffset Then = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    static FactPolicy Policy(ModelUse spotify) => new(new Dictionary<string, ModelUse>(StringComparer.Ordinal) { ["spotify"] = spotify, ["musicbrainz"] = ModelUse.Train });

    static TrackFacts Mixed { get; } = Some.Track() with { Popularity = new(50, new("spotify", Then)), Energy = new(0.5, new("musicbrainz", Then)) };

    [Fact]
    public void What_may_never_be_used_is_unknown_to_a_model()
    {
        var served = Policy(ModelUse.Never).ForServing(Mixed);

        Assert.Null(served.Popularity);
        Assert.Equal(Mixed with { Popularity = null }, served with { Artists = Mixed.Artists });
    }

    [Fact]
    public void What_may_serve_serves_and_is_not_learnt_from()
    {
        Assert.Equal(50, Policy(ModelUse.Serve).ForServing(Mixed).Popularity?.Value);
        Assert.Null(Policy(ModelUse.Serve).ForTraining(Mixed)!.Popularity);
        Assert.Equal(0.5, Policy(ModelUse.Serve).ForTraining(Mixed)!.Energy?.Value);
    }

    [Fact]
    public void What_may_be_learnt_from_is() => Assert.Equal(50, Policy(ModelUse.Train).ForTraining(Mixed)?.Popularity?.Value);

    [Fact]
    public void A_track_that_is_known_only_through_such_a_provider_is_no_row_of_a_training() =>
        Assert.Null(Policy(ModelUse.Serve).ForTraining(Some.BareTrack().FromSource("spotify", Then)));

    [Fact]
    public void Imported_data_are_the_hosts_own() => Assert.Equal(ModelUse.Train, Policy(ModelUse.Never).UseOf("tidytuesday"));
}
