using MusicFlow.Core.Predictions;
using MusicFlow.Core.Training;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Core.Tests.Training;

public sealed class WinnerTests
{
    private static readonly float[] Targets = [0, 1, 2, 3];
    private static readonly Candidate.Trees Plain = new(new BoostingOptions { Objective = new Objective.Poisson() });

    [Fact]
    public void Of_candidates_that_are_equally_good_the_smallest_is_taken()
    {
        var winner = Winner.Of([Run(1.000, size: 900), Run(1.004, size: 100), Run(1.2, size: 1)], Targets, new BlendLimits(1000, 0.005));

        Assert.Equal(1.004, winner.Run.Deviance);
    }

    [Fact]
    public void Boosted_candidates_are_blended_where_their_errors_cancel()
    {
        var low = Judged(Plain, [-9, -0.5f, 0.19f, 0.6f]);
        var high = Judged(new Candidate.Hurdle(Plain, Plain), [-9, 0.5f, 1.19f, 1.6f]);

        var winner = Winner.Of([low, high], Targets, new BlendLimits(20, 0.005));

        Assert.Equal(2, winner.Members.Count);
        Assert.True(winner.Run.Deviance < low.Deviance);
        Assert.StartsWith("blend of", winner.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blend_that_would_be_too_large_is_not_made()
    {
        var low = Judged(Plain, [-9, -0.5f, 0.19f, 0.6f]);
        var high = Judged(new Candidate.Hurdle(Plain, Plain), [-9, 0.5f, 1.19f, 1.6f]);

        var winner = Winner.Of([low, high], Targets, new BlendLimits(19, 0.005));

        Assert.Single(winner.Members);
    }

    [Fact]
    public void A_blend_takes_the_best_that_fit()
    {
        var (low, high) = (Judged(Plain, [-9, -0.5f, 0.19f, 0.6f]), Judged(new Candidate.Hurdle(Plain, Plain), [-9, 0.5f, 1.19f, 1.6f]));
        var large = low with { Models = [new Sized(500, new Objective.Poisson())] };

        var winner = Winner.Of([low, large, high], Targets, new BlendLimits(100, 0.005));

        Assert.Equal([low, high], winner.Members);
    }

    [Theory]
    [InlineData(0.005, 1)]
    [InlineData(-0.005, 2)]
    public void A_blend_that_is_as_good_as_one_is_a_matter_of_limits(double leastGain, int members)
    {
        var run = Judged(Plain, [-9, 0.01f, 0.7f, 1.1f]);

        var winner = Winner.Of([run, run], Targets, new BlendLimits(1000, leastGain));

        Assert.Equal(members, winner.Members.Count);
    }

    [Fact]
    public void A_blend_tells_the_chance_by_its_hurdles_in_its_own_measure()
    {
        var plain = Judged(Plain, [-9, -0.5f, 0.19f, 0.6f]);
        var hurdle = Judged(new Candidate.Hurdle(Plain, Plain), [-9, 0.5f, 1.19f, 1.6f]) with { Chances = [-4, 1, 2, 3] };

        var blend = Winner.Blend([plain, hurdle], Targets);

        Assert.Equal<float[]>([-2, 0.5f, 1, 1.5f], blend.Run.Chances!);
    }

    [Fact]
    public void Models_of_another_link_are_never_blended()
    {
        var winner = Winner.Of([Run(1, 10, new Objective.SquaredError()), Run(1.1, 10)], Targets, new BlendLimits(1000, 0.005));

        Assert.Single(winner.Members);
    }

    private static CrossValidated Run(double deviance, int size, Objective? objective = null)
    {
        var candidate = new Candidate.Trees(new BoostingOptions { Objective = objective ?? new Objective.Poisson() });
        return new CrossValidated(candidate, [9, 9, 9, 9], null, [], deviance, [new Sized(size, candidate.Options.Objective)]);
    }

    private static CrossValidated Judged(Candidate candidate, float[] margins) =>
        CrossValidated.Of(candidate, margins, null, [new Sized(10, new Objective.Poisson())], Targets);

    private sealed class Sized(int size, Objective objective) : IMarginModel
    {
        public Objective Objective => objective;

        public int Size => size;

        public float Margin(ReadOnlySpan<float> features) => 0;

        public double[] Contributions(ReadOnlySpan<float> features) => [];
    }
}
