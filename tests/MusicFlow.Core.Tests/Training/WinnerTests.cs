using MusicFlow.Core.Predictions;
using MusicFlow.Core.Training;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Core.Tests.Training;

public sealed class WinnerTests
{
    private static readonly float[] Targets = [0, 1, 2, 3];

    [Fact]
    public void Of_candidates_that_are_equally_good_the_smallest_is_taken()
    {
        var winner = Winner.Of([Run(1.000, size: 900), Run(1.004, size: 100), Run(1.2, size: 1)], Targets);

        Assert.Equal(1.004, winner.Run.Deviance);
    }

    [Fact]
    public void Boosted_candidates_are_blended_where_their_errors_cancel()
    {
        var low = Judged([-9, -0.5f, 0.19f, 0.6f]);
        var high = Judged([-9, 0.5f, 1.19f, 1.6f]);

        var winner = Winner.Of([low, high], Targets);

        Assert.Equal(2, winner.Members.Count);
        Assert.True(winner.Run.Deviance < low.Deviance);
        Assert.StartsWith("blend of", winner.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_of_another_link_are_never_blended()
    {
        var winner = Winner.Of([Run(1, 10, new Objective.SquaredError()), Run(1.1, 10)], Targets);

        Assert.Single(winner.Members);
    }

    private static CrossValidated Run(double deviance, int size, Objective? objective = null)
    {
        var candidate = new Candidate.Trees(new BoostingOptions { Objective = objective ?? new Objective.Poisson() });
        return new CrossValidated(candidate, [9, 9, 9, 9], [1, 1, 1, 1], deviance, [new Sized(size, candidate.Options.Objective)]);
    }

    private static CrossValidated Judged(float[] margins)
    {
        var candidate = new Candidate.Trees(new BoostingOptions { Objective = new Objective.Poisson() });
        return CrossValidated.Of(candidate, margins, [new Sized(10, candidate.Options.Objective)], Targets);
    }

    private sealed class Sized(int size, Objective objective) : IMarginModel
    {
        public Objective Objective => objective;

        public int Size => size;

        public float Margin(ReadOnlySpan<float> features) => 0;

        public double[] Contributions(ReadOnlySpan<float> features) => [];
    }
}
