using MusicFlow.Core.Features;
using MusicFlow.Learning.Calibration;

namespace MusicFlow.Core.Predictions;

/// <summary>From expected streams to the probability of a stream and the 80 % range; learnt on answers for rows that the model had not seen. Immutable; thread-safe.</summary>
/// <remarks>
/// Probability: isotonic in the score of the chance (the expected streams, where a model has no other). Distribution: hurdle with a truncated negative binomial. Range: conformal over
/// nested ranges, by known or unknown artist and by level (Mondrian), so that the promise holds at every level.
/// </remarks>
/// <param name="Probability">P(at least one stream) by score.</param>
/// <param name="Counts">The shape of the distribution.</param>
/// <param name="Levels">The bins of expected streams.</param>
/// <param name="Ranges">The conformal thresholds.</param>
public sealed record CountCalibration(IsotonicCalibration Probability, HurdleNegativeBinomial Counts, LevelBins Levels, ConformalCounts Ranges)
{
    /// <summary>Promised share of outcomes inside a range.</summary>
    public const double Coverage = 0.8;

    private const int MostLevels = 16;
    private const int RowsPerGroup = 60;
    private const int Kinds = 2;

    /// <summary>Learns from out-of-fold answers.</summary>
    /// <param name="answers">What the model said. Length rows.</param>
    /// <param name="targets">What happened, 0–30. Length rows.</param>
    /// <param name="artistKnown">Whether the listener played the artist; empty when nothing is known of it.</param>
    public static CountCalibration Fit(IReadOnlyList<Expectation> answers, float[] targets, IReadOnlyList<bool>? artistKnown = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(targets);
        var counts = Array.ConvertAll(targets, target => (int)target);
        double[] streams = [.. answers.Select(answer => answer.Streams)], scores = [.. answers.Select(answer => answer.ChanceScore)];
        var probability = IsotonicCalibration.Fit(scores, Array.ConvertAll(counts, count => count > 0));
        var chances = Array.ConvertAll(scores, probability.Apply);
        var shape = HurdleNegativeBinomial.Fit(chances, streams, counts, Targets.Cap);
        var levels = LevelBins.Fit(streams, Math.Clamp(streams.Length / RowsPerGroup, 1, MostLevels));
        var distributions = streams.Select((mean, row) => shape.Distribution(chances[row], mean)).ToList();
        var groups = streams.Select((mean, row) => GroupOf(levels, mean, artistKnown?[row] == true)).ToArray();
        var options = new ConformalOptions { Coverage = Coverage, Kinds = Kinds, BinsPerKind = levels.Count, MinimumRows = RowsPerGroup };
        return new CountCalibration(probability, shape, levels, ConformalCounts.Fit(distributions, counts, groups, options));
    }

    /// <summary>Probability of at least one stream, 0–1.</summary>
    /// <param name="answer">What the model said.</param>
    public double ProbabilityOfAStream(Expectation answer) => Probability.Apply(answer.ChanceScore);

    /// <summary>The 80 % range, both ends included.</summary>
    /// <param name="answer">What the model said.</param>
    /// <param name="artistKnown">Whether the listener played the artist.</param>
    public (int Low, int High) Range(Expectation answer, bool artistKnown = false)
    {
        var range = Ranges.Range(Counts.Distribution(ProbabilityOfAStream(answer), answer.Streams), GroupOf(Levels, answer.Streams, artistKnown));
        return (range.Low, range.High);
    }

    /// <summary>Whether the parts fit together: a range for each level of known and of unknown artists, counts up to the cap.</summary>
    internal bool IsWhole => Ranges.Thresholds.Length == Kinds * Levels.Count && Counts.Cap == Targets.Cap;

    private static int GroupOf(LevelBins levels, double streams, bool artistKnown) => ((artistKnown ? 1 : 0) * levels.Count) + levels.BinOf(streams);
}
