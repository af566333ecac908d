using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Predictions;

/// <summary>Walks 64 rows at a time down one tree with AVX-512: a tree of depth ≤ 6 fits into registers, where a permutation replaces a load.</summary>
/// <remarks>Values are gathered from a block that holds one column after the other. Adds leaf values in tree order, so margins are the same bits as elsewhere.</remarks>
internal sealed unsafe class WideTrees
{
    /// <summary>Rows in a block.</summary>
    public const int Rows = 64;

    const int MaxDepth = 6, UpperLevels = 3, Places = 1 << MaxDepth, Lanes = 16;

    readonly int[] depths, groups;
    readonly float[] thresholds, leaves;
    readonly int[] columns;

    WideTrees(IReadOnlyList<Tree> trees, IReadOnlyList<int> groups, int[] depths, int features)
    {
        (this.depths, this.groups) = (depths, [.. groups]);
        (thresholds, leaves, columns) = (new float[trees.Count * Places], new float[trees.Count * Places], new int[trees.Count * Places]);
        for (var i = 0; i < trees.Count; i++) Place(trees[i], i, features);
    }

    /// <summary>The trees in registers' form, or <see langword="null"/> where the processor or the depth of a tree does not allow it.</summary>
    public static WideTrees? TryCompile(IReadOnlyList<Tree> trees, IReadOnlyList<int> groups, int features)
    {
        if (!Avx512F.IsSupported || !Avx2.IsSupported) return null;
        int[] measured = [.. trees.Select(tree => TreeShape.Depth(tree, features))];
        return Array.TrueForAll(measured, depth => depth <= MaxDepth) && features <= int.MaxValue / (2 * Rows) ? new WideTrees(trees, groups, measured, features) : null;
    }

    /// <summary>Adds the leaf values of all trees to the margins of 64 rows.</summary>
    /// <param name="block">Shape [2 × features][64]: folded rows, column by column.</param>
    /// <param name="margins">Shape [groups][64].</param>
    public void Add(ReadOnlySpan<float> block, Span<float> margins)
    {
        fixed (float* values = block, sums = margins, cuts = thresholds, ends = leaves)
        fixed (int* asked = columns)
        {
            for (var tree = 0; tree < depths.Length; tree++)
                AddTree(values, sums + (groups[tree] * Rows), new Pointers { Thresholds = cuts + (tree * Places), Columns = asked + (tree * Places), Leaves = ends + (tree * Places) }, depths[tree]);
        }
    }

    static void AddTree(float* values, float* sums, Pointers tree, int depth)
    {
        if (depth == 0)
        {
            for (var lane = 0; lane < Rows; lane++) sums[lane] += tree.Leaves[0];
            return;
        }
        var top = new Table(tree, 0);
        var bottom = new Table(tree, 2 * Lanes);
        var lanes = Vector512<int>.Indices;
        for (var start = 0; start < Rows; start += Lanes, lanes += Vector512.Create(Lanes))
        {
            var at = Upper(values + start, tree, top, depth);
            for (var level = UpperLevels; level < depth; level++)
                at = level < MaxDepth - 1 ? top.Step(at, values, lanes) : bottom.Step(at, values, lanes);
            (Vector512.Load(sums + start) + Leaf(tree.Leaves, at, depth)).Store(sums + start);
        }
    }

    /// <summary>The first three levels: so few columns are asked for that loading them all and choosing is cheaper than gathering.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<int> Upper(float* values, Pointers tree, Table top, int depth)
    {
        var first = Vector512.GreaterThanOrEqual(tree.Column(values, 1), Vector512.Create(tree.Thresholds[1]));
        var at = Vector512.Create(2) - first.AsInt32();
        if (depth == 1) return at;
        var second = Vector512.GreaterThanOrEqual(Vector512.ConditionalSelect(first, tree.Column(values, 3), tree.Column(values, 2)), top.Cuts(at));
        at = at + at - second.AsInt32();
        if (depth == 2) return at;
        var left = Vector512.ConditionalSelect(second, tree.Column(values, 5), tree.Column(values, 4));
        var right = Vector512.ConditionalSelect(second, tree.Column(values, 7), tree.Column(values, 6));
        var third = Vector512.GreaterThanOrEqual(Vector512.ConditionalSelect(first, right, left), top.Cuts(at));
        return at + at - third.AsInt32();
    }

    /// <summary>The leaf at each place; places count from 2^depth, and the permutation looks at their low five bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> Leaf(float* leaves, Vector512<int> at, int depth)
    {
        var low = Avx512F.PermuteVar16x32x2(Vector512.Load(leaves), at, Vector512.Load(leaves + Lanes));
        if (depth < MaxDepth) return low;
        var high = Avx512F.PermuteVar16x32x2(Vector512.Load(leaves + (2 * Lanes)), at, Vector512.Load(leaves + (3 * Lanes)));
        return Vector512.ConditionalSelect(Vector512.Equals(at & Vector512.Create(32), Vector512<int>.Zero).AsSingle(), low, high);
    }

    void Place(Tree tree, int index, int features)
    {
        var depth = depths[index];
        var heap = TreeShape.Heap(tree, depth);
        var start = index * Places;
        for (var place = 1; place < heap.Length; place++)
        {
            var node = heap[place];
            // The permutation takes the place modulo 32, so a leaf stands where its place points to.
            if (place >= 1 << depth) leaves[start + LeafPlace(place, depth)] = tree.SplitConditions[node];
            else if (!tree.IsLeaf(node))
            {
                thresholds[start + place] = FoldedRow.Threshold(tree.SplitConditions[node]);
                columns[start + place] = FoldedRow.Place(tree.SplitFeatures[node], tree.DefaultLeft[node], features) * Rows;
            }
        }
    }

    static int LeafPlace(int place, int depth) => depth == 0 ? 0 : depth == MaxDepth ? place - Places : place % 32;

    readonly struct Pointers
    {
        public float* Thresholds { get; init; }
        public int* Columns { get; init; }
        public float* Leaves { get; init; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<float> Column(float* values, int place) => Vector512.Load(values + Columns[place]);
    }

    /// <summary>Half of a tree's splits in four registers: places 0–31 or 32–63.</summary>
    readonly struct Table(Pointers tree, int start)
    {
        readonly Vector512<float> lowCuts = Vector512.Load(tree.Thresholds + start), highCuts = Vector512.Load(tree.Thresholds + start + Lanes);
        readonly Vector512<int> lowColumns = Vector512.Load(tree.Columns + start), highColumns = Vector512.Load(tree.Columns + start + Lanes);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<float> Cuts(Vector512<int> at) => Avx512F.PermuteVar16x32x2(lowCuts, at, highCuts);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<int> Step(Vector512<int> at, float* values, Vector512<int> lanes)
        {
            var place = Avx512F.PermuteVar16x32x2(lowColumns, at, highColumns) + lanes;
            // Not Vector512.Create: that inserts into a register's old content, and so would make each step wait for the one before.
            var value = Avx2.GatherVector256(values, place.GetLower(), 4).ToVector512Unsafe().WithUpper(Avx2.GatherVector256(values, place.GetUpper(), 4));
            return at + at - Vector512.GreaterThanOrEqual(value, Cuts(at)).AsInt32();
        }
    }
}
