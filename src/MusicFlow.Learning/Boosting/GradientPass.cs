using System.Numerics;
using MusicFlow.Learning.Histograms;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Boosting;

/// <summary>Computes the gradients of all rows and writes them as integers, in stretches that stay in the cache.</summary>
/// <remarks>The scale is that of the round before; only when the numbers have outgrown or undershot it, the pass is repeated with a new one.</remarks>
internal sealed class GradientPass(Loss loss, Samples train, int threads)
{
    private const int BlockRows = 1024;
    private const int RowsPerThread = 1 << 14;

    /// <summary>Fills the table.</summary>
    /// <param name="table">Keeps its scales where they still suit.</param>
    /// <param name="group">0, or the class.</param>
    /// <param name="margins">Of the group, one per row.</param>
    /// <param name="logSums">One per row for softmax, else empty.</param>
    /// <param name="taken">Rows that the tree may see; <see langword="null"/> means all.</param>
    /// <exception cref="ArithmeticException">A gradient is not finite.</exception>
    public void Fill(GradientTable table, int group, float[] margins, float[] logSums, bool[]? taken)
    {
        var pass = new Stretch(table, group, margins, logSums, taken);
        var (largestG, largestH) = Run(pass);
        if (!float.IsFinite(largestG) || !float.IsFinite(largestH))
            throw new ArithmeticException("A gradient is not finite; scale the targets down or lower the learning rate.");
        if (table.GradientScale.Suits(largestG) && table.HessianScale.Suits(largestH)) return;
        (table.GradientScale, table.HessianScale) = (FixedPoint.For(largestG), FixedPoint.For(largestH));
        Run(pass);
    }

    private (float LargestG, float LargestH) Run(Stretch pass)
    {
        var workers = Math.Clamp(train.Rows / RowsPerThread, 1, threads);
        if (workers == 1) return Run(pass, 0, train.Rows, out _, store: true);

        var found = new (float G, float H)[workers];
        var sums = new GradientSums[workers];
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, worker =>
            found[worker] = Run(pass, (int)((long)train.Rows * worker / workers), (int)((long)train.Rows * (worker + 1) / workers), out sums[worker], store: false));
        pass.Table.Total = sums.Aggregate((a, b) => a + b);
        return (found.Max(f => f.G), found.Max(f => f.H));
    }

    private (float LargestG, float LargestH) Run(Stretch pass, int from, int to, out GradientSums sums, bool store)
    {
        Span<float> g = stackalloc float[BlockRows], h = stackalloc float[BlockRows];
        var (largestG, largestH) = (0f, 0f);
        sums = default;
        for (var first = from; first < to; first += BlockRows)
        {
            var count = Math.Min(BlockRows, to - first);
            var gradients = g[..count];
            var hessians = h[..count];
            var logSums = pass.LogSums.Length == 0 ? [] : pass.LogSums.AsSpan(first, count);
            loss.Gradients(pass.Group, new RowBlock(pass.Margins.AsSpan(first, count), train.Targets.AsSpan(first, count), logSums), gradients, hessians);
            if (train.Weights is { } weights) Weigh(gradients, hessians, weights.AsSpan(first, count));
            if (pass.Taken is { } taken) Mask(gradients, hessians, taken.AsSpan(first, count));
            sums += pass.Table.Write(first, gradients, hessians);
            (largestG, largestH) = (Largest(largestG, gradients), Largest(largestH, hessians));
        }
        if (store) pass.Table.Total = sums;
        return (largestG, largestH);
    }

    private static void Weigh(Span<float> gradients, Span<float> hessians, ReadOnlySpan<float> weights)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            gradients[i] *= weights[i];
            hessians[i] *= weights[i];
        }
    }

    private static void Mask(Span<float> gradients, Span<float> hessians, ReadOnlySpan<bool> taken)
    {
        for (var i = 0; i < taken.Length; i++)
            if (!taken[i]) (gradients[i], hessians[i]) = (0, 0);
    }

    // NaN and infinity are kept: the caller refuses them.
    private static float Largest(float largest, ReadOnlySpan<float> values)
    {
        var most = new Vector<float>(largest);
        var i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count) most = Vector.Max(most, Vector.Abs(new Vector<float>(values[i..])));
        for (var lane = 0; lane < Vector<float>.Count; lane++) largest = MathF.Max(largest, most[lane]);
        for (; i < values.Length; i++) largest = MathF.Max(largest, MathF.Abs(values[i]));
        return largest;
    }

    private sealed record Stretch(GradientTable Table, int Group, float[] Margins, float[] LogSums, bool[]? Taken);
}
