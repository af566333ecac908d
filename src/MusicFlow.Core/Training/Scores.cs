using System.Text.Json.Serialization;
using MusicFlow.Core.Predictions;
using MusicFlow.Learning.Metrics;

namespace MusicFlow.Core.Training;

/// <summary>How well expected streams and ranges fit what happened, on rows that were not learnt from.</summary>
/// <param name="R2">Coefficient of determination.</param>
/// <param name="Mae">Mean absolute error, streams.</param>
/// <param name="Rmse">Root mean squared error, streams.</param>
/// <param name="PoissonDeviance">Mean Poisson deviance; lower is better.</param>
/// <param name="Spearman">Rank correlation.</param>
/// <param name="Auc">Area under the ROC curve for "at least one stream", by its chance where the model tells it, else by the expected streams; 0.5 where a constant answers.</param>
/// <param name="Ndcg20">NDCG@20 with gain log2(1 + streams).</param>
/// <param name="Coverage80">Share of rows inside their 80 % range.</param>
/// <param name="Width80">Mean width of the 80 % ranges, high − low, in streams.</param>
public sealed record Scores(
    [property: JsonPropertyName("r2")] double R2,
    [property: JsonPropertyName("mae")] double Mae,
    [property: JsonPropertyName("rmse")] double Rmse,
    [property: JsonPropertyName("poisson_deviance")] double PoissonDeviance,
    [property: JsonPropertyName("spearman")] double Spearman,
    [property: JsonPropertyName("auc")] double Auc,
    [property: JsonPropertyName("ndcg20")] double Ndcg20,
    [property: JsonPropertyName("coverage80")] double Coverage80,
    [property: JsonPropertyName("width80")] double Width80)
{
    /// <summary>Scores answers against what happened.</summary>
    /// <param name="targets">Streams, length rows.</param>
    /// <param name="said">Expected streams and scores of the chance, length rows.</param>
    /// <param name="ranges">80 % ranges, both ends included, length rows.</param>
    public static Scores Of(float[] targets, IReadOnlyList<Expectation> said, IReadOnlyList<(int Low, int High)> ranges)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(ranges);
        ArgumentNullException.ThrowIfNull(said);
        double[] answers = [.. said.Select(answer => answer.Streams)], chances = [.. said.Select(answer => answer.ChanceScore)];
        var truth = Array.ConvertAll(targets, target => (double)target);
        var streamed = Array.ConvertAll(targets, target => target > 0 ? 1.0 : 0);
        double[] lows = [.. ranges.Select(range => (double)range.Low)], highs = [.. ranges.Select(range => (double)range.High)];
        return new Scores(
            RegressionMetrics.R2<double, double>(truth, answers),
            RegressionMetrics.MeanAbsoluteError<double, double>(truth, answers),
            RegressionMetrics.RootMeanSquaredError<double, double>(truth, answers),
            RegressionMetrics.PoissonDeviance<double, double>(truth, answers),
            Defined(RankingMetrics.Spearman<double, double>(truth, answers), 0),
            Defined(RankingMetrics.AreaUnderRoc<double, double>(streamed, chances), 0.5),
            Defined(RankingMetrics.Ndcg<double, double>(truth, answers, 20), 0),
            IntervalMetrics.Coverage<double, double>(truth, lows, highs),
            IntervalMetrics.MeanWidth<double>(lows, highs));
    }

    private static double Defined(double score, double otherwise) => double.IsNaN(score) ? otherwise : score;
}
