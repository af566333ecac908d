using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Boosting;

/// <summary>The raw predictions of a set of samples while a model grows: float32, leaf values added tree by tree, just as prediction will do it.</summary>
internal sealed class Margins
{
    private readonly Samples samples;
    private readonly Loss loss;
    private readonly int threads;

    /// <param name="samples">The samples.</param>
    /// <param name="loss">Turns margins into a loss.</param>
    /// <param name="groups">Margins per row.</param>
    /// <param name="start">What every margin starts from.</param>
    /// <param name="threads">≥ 1.</param>
    public Margins(Samples samples, Loss loss, int groups, float start, int threads)
    {
        (this.samples, this.loss, this.threads) = (samples, loss, threads);
        Groups = new float[groups][];
        for (var group = 0; group < groups; group++)
        {
            Groups[group] = new float[samples.Rows];
            Array.Fill(Groups[group], start);
        }
    }

    /// <summary>One array per group, one margin per row.</summary>
    public float[][] Groups { get; }

    /// <summary>Adds a tree by the leaves its training rows fell into.</summary>
    public void Add(int group, GrownTree grown)
    {
        var (margins, leaves, values) = (Groups[group], grown.LeafOfRow, grown.LeafValues);
        for (var row = 0; row < margins.Length; row++) margins[row] += values[leaves[row]];
    }

    /// <summary>Adds a tree by asking it.</summary>
    public void Add(int group, Tree tree)
    {
        var margins = Groups[group];
        Each(row => margins[row] += tree.SplitConditions[tree.LeafOf(samples.Features.Row(row))]);
    }

    /// <summary>Weighted mean loss; 0 when all weights are 0. Rows are summed in order, so threads do not change it.</summary>
    public double MeanLoss()
    {
        Span<float> row = stackalloc float[Groups.Length];
        var (sum, weight) = (0.0, 0.0);
        for (var i = 0; i < samples.Rows; i++)
        {
            for (var group = 0; group < row.Length; group++) row[group] = Groups[group][i];
            var w = samples.Weights is null ? 1.0 : samples.Weights[i];
            sum += w * loss.Deviance(row, samples.Targets[i]);
            weight += w;
        }
        return weight > 0 ? sum / weight : 0;
    }

    private void Each(Action<int> act)
    {
        if (threads == 1) for (var row = 0; row < samples.Rows; row++) act(row);
        else Parallel.For(0, samples.Rows, new ParallelOptions { MaxDegreeOfParallelism = threads }, act);
    }
}
