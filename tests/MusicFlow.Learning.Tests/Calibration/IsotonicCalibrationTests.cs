using FsCheck;
using FsCheck.Fluent;
using MusicFlow.Learning.Calibration;

namespace MusicFlow.Learning.Tests.Calibration;

public sealed class IsotonicCalibrationTests
{
    [Fact]
    public void A_step_down_is_pooled_and_gaps_are_bridged_straight()
    {
        // Scores 1 2 3 4 with outcomes 0 1 0 1: the middle two pool to ½, the ends are held at 1/6 and 5/6.
        var curve = IsotonicCalibration.Fit([3, 1, 4, 2], [false, false, true, true]);

        Assert.Equal(1.0 / 6, curve.Apply(-9), 14);
        Assert.Equal(1.0 / 6, curve.Apply(1), 14);
        Assert.Equal(1.0 / 3, curve.Apply(1.5), 14);
        Assert.Equal(0.5, curve.Apply(2), 14);
        Assert.Equal(0.5, curve.Apply(2.7), 14);
        Assert.Equal(5.0 / 6, curve.Apply(99), 14);
    }

    [Fact]
    public void Equal_scores_share_their_mean_whatever_their_order()
    {
        var curve = IsotonicCalibration.Fit([1, 1, 1, 1], [true, false, false, false]);

        Assert.Equal(0.25, curve.Apply(1), 14);
        Assert.Equal(0.25, curve.Apply(0), 14);
    }

    [Fact]
    public void The_curve_never_falls_and_never_is_sure() =>
        Prop.ForAll<(sbyte Score, bool Outcome)[]>(rows =>
        {
            if (rows.Length == 0) return true;
            var curve = IsotonicCalibration.Fit([.. rows.Select(r => (double)r.Score)], [.. rows.Select(r => r.Outcome)]);
            double[] values = [.. Enumerable.Range(-300, 600).Select(s => curve.Apply(s / 2.0))];
            return values.Zip(values.Skip(1)).All(pair => pair.First <= pair.Second) && values.All(v => v is > 0 and < 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_distorted_chance_is_put_right()
    {
        var random = new Random(7);
        double[] truth = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextDouble())], scores = [.. truth.Select(p => p * p)];
        bool[] outcomes = [.. truth.Select(p => random.NextDouble() < p)];

        var curve = IsotonicCalibration.Fit(scores, outcomes);

        foreach (var p in new[] { 0.2, 0.5, 0.8 }) Assert.Equal(p, curve.Apply(p * p), 0.05);
    }

    [Fact]
    public void Broken_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([], []));
        Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([1], [true, false]));
        Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([double.NaN], [true]));
        Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([1], [true]).Apply(double.NaN));
        Assert.Throws<ArgumentException>(() => new IsotonicCalibration([], []));
        Assert.Throws<ArgumentException>(() => new IsotonicCalibration([1, 1], [0.1, 0.2]));
        Assert.Throws<ArgumentException>(() => new IsotonicCalibration([1, 2], [0.2, 0.1]));
        Assert.Throws<ArgumentException>(() => new IsotonicCalibration([1, 2], [0.2]));
    }
}
