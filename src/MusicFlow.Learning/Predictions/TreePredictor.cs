using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Predictions;

/// <summary>A <see cref="TreeEnsemble"/> compiled for fast prediction, of one row or of many.</summary>
/// <remarks>
/// Leaf values are added in float32 and in tree order to the margin of the base score, as XGBoost does, so margins are the same bits as
/// XGBoost's (src/predictor/cpu_predictor.cc); one row and a batch give the same bits too. Immutable and thread-safe; compile once, keep it.
/// </remarks>
public sealed class TreePredictor
{
    const int StackFeatures = 512;

    readonly TreeBlock[] blocks;
    readonly WideTrees? wide;
    readonly SingleRowTrees? single;
    readonly int[] groups;
    readonly float baseMargin;

    /// <param name="model">The model to compile.</param>
    /// <exception cref="ArgumentException">The model contradicts itself: a feature or group that does not exist, or a base score outside its link.</exception>
    public TreePredictor(TreeEnsemble model) : this(model, allowWide: true) { }

    /// <summary>As the public constructor; without <paramref name="allowWide"/> rows and batches take the portable way even where AVX-512 is there.</summary>
    internal TreePredictor(TreeEnsemble model, bool allowWide)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.TreeGroups.Count != model.Trees.Count) throw new ArgumentException("Every tree needs its group.", nameof(model));
        if (model.TreeGroups.Any(group => group < 0 || group >= model.Groups)) throw new ArgumentException("A tree adds to a group that does not exist.", nameof(model));
        (Objective, FeatureCount, groups) = (model.Objective, model.FeatureCount, [.. model.TreeGroups]);
        baseMargin = LinkFunction.BaseMargin(model.Objective, model.BaseScore);
        Tree[] trees = [.. model.Trees];
        wide = allowWide ? WideTrees.TryCompile(trees, groups, FeatureCount) : null;
        single = allowWide ? SingleRowTrees.TryCompile(trees, groups, FeatureCount) : null;
        blocks = single is null ? [.. trees.Chunk(TreeBlock.Size).Select(block => TreeBlock.Compile(block, FeatureCount))] : [];
    }

    /// <summary>The model's objective, which gives its margins their meaning.</summary>
    public Objective Objective { get; }

    /// <summary>Number of features that a row must have.</summary>
    public int FeatureCount { get; }

    /// <summary>Number of margins, and of predictions, per row: 1, or the number of classes.</summary>
    public int Groups => Objective.Groups;

    /// <summary>The margin of one row, for a model with one output.</summary>
    /// <param name="features">Length <see cref="FeatureCount"/>; NaN means missing, infinities are not expected.</param>
    /// <exception cref="ArgumentException">The row has another length, or the model has several outputs.</exception>
    public float Margin(ReadOnlySpan<float> features)
    {
        var margin = 0f;
        Margins(features, new Span<float>(ref margin));
        return margin;
    }

    /// <summary>The margins of one row.</summary>
    /// <param name="features">Length <see cref="FeatureCount"/>; NaN means missing, infinities are not expected.</param>
    /// <param name="margins">Length <see cref="Groups"/>; overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    [SkipLocalsInit]
    public void Margins(ReadOnlySpan<float> features, Span<float> margins)
    {
        if (features.Length != FeatureCount) throw new ArgumentException($"The row has {features.Length} features, the model needs {FeatureCount}.", nameof(features));
        if (margins.Length != Groups) throw new ArgumentException($"The model has {Groups} margins per row, room is for {margins.Length}.", nameof(margins));
        margins.Fill(baseMargin);
        if (single is not null)
        {
            single.Add(features, margins);
            return;
        }
        var folded = FeatureCount <= StackFeatures ? stackalloc float[2 * StackFeatures] : new float[2 * FeatureCount];
        FoldedRow.Fold(features, folded);
        for (var i = 0; i < blocks.Length; i++) AddBlock(i, ref MemoryMarshal.GetReference(folded), margins);
    }

    /// <summary>The prediction for one row, for a model with one output: its margin after the link.</summary>
    /// <param name="features">Length <see cref="FeatureCount"/>; NaN means missing, infinities are not expected.</param>
    /// <exception cref="ArgumentException">The row has another length, or the model has several outputs.</exception>
    public float Predict(ReadOnlySpan<float> features)
    {
        var prediction = 0f;
        Predict(features, new Span<float>(ref prediction));
        return prediction;
    }

    /// <summary>The predictions for one row: margins after the link; for softmax one probability per class.</summary>
    /// <param name="features">Length <see cref="FeatureCount"/>; NaN means missing, infinities are not expected.</param>
    /// <param name="predictions">Length <see cref="Groups"/>; overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Predict(ReadOnlySpan<float> features, Span<float> predictions)
    {
        Margins(features, predictions);
        LinkFunction.ToPredictions(Objective, predictions);
    }

    /// <summary>The margins of many rows.</summary>
    /// <returns>Row-major, shape [rows × <see cref="Groups"/>].</returns>
    /// <exception cref="ArgumentException">The rows have another number of features.</exception>
    public float[] Margins(FeatureMatrix rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Features != FeatureCount) throw new ArgumentException($"The rows have {rows.Features} features, the model needs {FeatureCount}.", nameof(rows));
        var margins = new float[rows.Rows * Groups];
        Array.Fill(margins, baseMargin);
        if (wide is not null) AddWide(wide, rows, margins);
        else AddRows(rows, 0, margins);
        return margins;
    }

    /// <summary>The predictions for many rows: margins after the link.</summary>
    /// <returns>Row-major, shape [rows × <see cref="Groups"/>].</returns>
    /// <exception cref="ArgumentException">The rows have another number of features.</exception>
    public float[] Predict(FeatureMatrix rows)
    {
        var margins = Margins(rows);
        LinkFunction.ToPredictions(Objective, margins);
        return margins;
    }

    /// <summary>Full blocks of 64 rows side by side in registers; the rest as without them.</summary>
    void AddWide(WideTrees trees, FeatureMatrix rows, float[] margins)
    {
        var block = new WideBlock(FeatureCount, Groups);
        var whole = rows.Rows - (rows.Rows % WideTrees.Rows);
        for (var start = 0; start < whole; start += WideTrees.Rows)
        {
            var sums = margins.AsSpan(start * Groups, WideTrees.Rows * Groups);
            block.Load(rows, start);
            block.Sums.Fill(baseMargin);
            trees.Add(block.Values, block.Sums);
            block.CopySumsTo(sums);
        }
        AddRows(rows, whole, margins);
    }

    void AddRows(FeatureMatrix rows, int start, float[] margins)
    {
        if (single is null) AddTiles(rows, start, margins);
        else for (; start < rows.Rows; start++) single.Add(rows.Row(start), margins.AsSpan(start * Groups, Groups));
    }

    /// <summary>Some rows at a time through one block of trees after the other, so that both stay in the first-level cache.</summary>
    void AddTiles(FeatureMatrix rows, int start, float[] margins)
    {
        var stride = 2 * FeatureCount;
        var tile = Math.Clamp(4096 / stride, 1, 64);
        var folded = new float[tile * stride];
        for (; start < rows.Rows; start += tile)
        {
            var count = Math.Min(tile, rows.Rows - start);
            for (var i = 0; i < count; i++) FoldedRow.Fold(rows.Row(start + i), folded.AsSpan(i * stride, stride));
            for (var block = 0; block < blocks.Length; block++)
                for (var i = 0; i < count; i++)
                    AddBlock(block, ref folded[i * stride], margins.AsSpan((start + i) * Groups, Groups));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    void AddBlock(int block, ref float row, Span<float> margins)
    {
        Span<float> leaves = stackalloc float[TreeBlock.Size];
        blocks[block].FindLeaves(ref row, ref MemoryMarshal.GetReference(leaves));
        var first = block * TreeBlock.Size;
        var count = Math.Min(TreeBlock.Size, groups.Length - first);
        if (margins.Length > 1)
        {
            for (var i = 0; i < count; i++) margins[groups[first + i]] += leaves[i];
            return;
        }
        var sum = margins[0];
        foreach (var leaf in leaves[..count]) sum += leaf;
        margins[0] = sum;
    }
}
