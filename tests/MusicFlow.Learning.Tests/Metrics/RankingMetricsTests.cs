using FsCheck;
using FsCheck.Fluent;
using MusicFlow.Learning.Metrics;

namespace MusicFlow.Learning.Tests.Metrics;

public sealed class RankingMetricsTests
{
    [Fact]
    public void Spearman_and_roc_area_agree_with_scipy_and_scikit_learn()
    {
        Assert.Equal(0.8026943265142603, RankingMetrics.Spearman(Sample.Counts, Sample.Means), 12);
        Assert.Equal(0.9375, RankingMetrics.AreaUnderRoc(Sample.Counts, Sample.Means), 12);
    }

    [Theory]
    [InlineData(3, 0.8516161720354337)]
    [InlineData(5, 0.9507249759447748)]
    [InlineData(20, 0.9491875555062433)]
    public void Ndcg_with_tied_scores_agrees_with_scikit_learn(int k, double expected) =>
        Assert.Equal(expected, RankingMetrics.Ndcg(Sample.Counts, Sample.Means, k), 12);

    [Fact]
    public void Ndcg_of_two_rows_in_the_wrong_order_by_hand()
    {
        // Gains log2(1 + 3) = 2 and log2(1 + 1) = 1; discounts 1 and 1 / log2(3).
        var expected = (1 + 2 / Math.Log2(3)) / (2 + 1 / Math.Log2(3));

        Assert.Equal(expected, RankingMetrics.Ndcg<int, double>([3, 1], [0.1, 0.2], 2), 14);
    }

    [Fact]
    public void A_tie_between_a_positive_and_a_negative_row_counts_half() =>
        Assert.Equal(0.5, RankingMetrics.AreaUnderRoc<int, double>([1, 0], [0.3, 0.3]));

    [Fact]
    public void No_order_among_the_targets_means_no_number()
    {
        Assert.True(double.IsNaN(RankingMetrics.Spearman<int, double>([2, 2], [0.1, 0.2])));
        Assert.True(double.IsNaN(RankingMetrics.Spearman<int, double>([1, 2], [0.1, 0.1])));
        Assert.True(double.IsNaN(RankingMetrics.AreaUnderRoc<int, double>([0, 0], [0.1, 0.2])));
        Assert.True(double.IsNaN(RankingMetrics.AreaUnderRoc<int, double>([1, 4], [0.1, 0.2])));
        Assert.True(double.IsNaN(RankingMetrics.Ndcg<int, double>([0, 0], [0.1, 0.2], 1)));
    }

    [Fact]
    public void A_monotone_map_of_the_scores_changes_no_ranking_metric() =>
        Prop.ForAll<(byte, sbyte)[]>(rows =>
        {
            if (rows.Length < 2) return true;
            int[] targets = [.. rows.Select(r => (int)r.Item1)];
            double[] scores = [.. rows.Select(r => (double)r.Item2)], mapped = [.. scores.Select(s => Math.Exp(s / 40) - 3)];
            return RankingMetrics.Spearman(targets, scores).Equals(RankingMetrics.Spearman(targets, mapped))
                && RankingMetrics.AreaUnderRoc(targets, scores).Equals(RankingMetrics.AreaUnderRoc(targets, mapped))
                && RankingMetrics.Ndcg(targets, scores, 5).Equals(RankingMetrics.Ndcg(targets, mapped, 5));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_the_scores_round_mirrors_spearman_and_roc_area() =>
        Prop.ForAll<(byte, sbyte)[]>(rows =>
        {
            int[] targets = [.. rows.Select(r => (int)r.Item1)], scores = [.. rows.Select(r => (int)r.Item2)], turned = [.. scores.Select(s => -s)];
            if (targets.Distinct().Count() < 2 || scores.Distinct().Count() < 2) return true;
            var spearman = RankingMetrics.Spearman(targets, scores) + RankingMetrics.Spearman(targets, turned);
            var area = RankingMetrics.AreaUnderRoc(targets, scores) + RankingMetrics.AreaUnderRoc(targets, turned);
            return Math.Abs(spearman) < 1e-12 && (double.IsNaN(area) || Math.Abs(area - 1) < 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_rows_does_not_matter_even_with_ties()
    {
        int[] targets = [5, 0, 1, 0, 2, 9];
        double[] scores = [1, 1, 1, 2, 2, 2];

        var forwards = RankingMetrics.Ndcg(targets, scores, 4);
        var backwards = RankingMetrics.Ndcg(targets.Reverse().ToArray(), scores.Reverse().ToArray(), 4);

        Assert.Equal(forwards, backwards, 14);
    }

    [Fact]
    public void Broken_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RankingMetrics.Spearman<int, double>([1, 2], [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => RankingMetrics.AreaUnderRoc<int, double>([1, 0], [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => RankingMetrics.Ndcg<int, double>([1, 0], [1, double.NaN], 1));
        Assert.Throws<ArgumentException>(() => RankingMetrics.Ndcg<int, double>([-1, 0], [1, 2], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingMetrics.Ndcg<int, double>([1, 0], [1, 2], 0));
    }
}
