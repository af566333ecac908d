using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Predictions;

/// <summary>Walks one row down trees of depth ≤ 6 with AVX-512: the row lies in four registers, and all splits of a tree's upper four levels are compared at once.</summary>
/// <remarks>
/// The bits of that comparison lead to one of 16 records of half a cache line, which hold the last three splits and four leaves: no branch, few loads.
/// Adds leaf values in tree order, so margins are the same bits as elsewhere.
/// </remarks>
internal sealed unsafe class SingleRowTrees
{
    const int MaxFeatures = 64, MinDepth = 3, MaxDepth = 6, Lanes = 16, CacheLine = 64, UpperPlaces = 16, SplitPlaces = 64;

    /// <summary>The place on the fourth level (8–15) for the right turns of the first seven splits: bit i stands for place i, bit 0 for nothing.</summary>
    static readonly byte[] FourthLevel = [.. Enumerable.Range(0, 256).Select(turns => (byte)Down(Down(Down(1, turns), turns), turns))];

    readonly int features;
    readonly int[] starts;
    // Pinned and aligned, so that no record crosses a cache line; the array keeps alive what the pointer shows.
    readonly byte[] memory;
    readonly Packed* packed;

    SingleRowTrees(IReadOnlyList<Tree> trees, IReadOnlyList<int> groups, int features)
    {
        this.features = features;
        starts = new int[groups.Max() + 2];
        foreach (var group in groups) starts[group + 1]++;
        for (var group = 1; group < starts.Length; group++) starts[group] += starts[group - 1];
        memory = GC.AllocateArray<byte>((trees.Count * sizeof(Packed)) + CacheLine, pinned: true);
        packed = (Packed*)(((nuint)Unsafe.AsPointer(ref memory[0]) + CacheLine - 1) & ~(nuint)(CacheLine - 1));
        var place = 0;
        foreach (var tree in Enumerable.Range(0, trees.Count).OrderBy(tree => groups[tree])) Fill(trees[tree], ref packed[place++]);
    }

    /// <summary>The trees packed, or <see langword="null"/> where the processor, the number of features or the depth of the trees does not allow it or would gain nothing.</summary>
    public static SingleRowTrees? TryCompile(IReadOnlyList<Tree> trees, IReadOnlyList<int> groups, int features)
    {
        if (!Avx512F.IsSupported || features > MaxFeatures || trees.Count >= int.MaxValue / sizeof(Packed)) return null;
        var deepest = trees.Select(tree => TreeShape.Depth(tree, features)).DefaultIfEmpty().Max();
        return deepest is >= MinDepth and <= MaxDepth ? new SingleRowTrees(trees, groups, features) : null;
    }

    /// <summary>Adds the leaf values of all trees to the margins of one row.</summary>
    /// <param name="row">Length features; NaN means missing.</param>
    /// <param name="margins">Length groups.</param>
    [SkipLocalsInit]
    public void Add(ReadOnlySpan<float> row, Span<float> margins)
    {
        float* values = stackalloc float[MaxFeatures], folded = stackalloc float[2 * MaxFeatures];
        row[..features].CopyTo(new Span<float>(values, MaxFeatures));
        FoldedRow.Fold(row, new Span<float>(folded, 2 * MaxFeatures));
        fixed (byte* fourthLevel = FourthLevel)
        {
            for (var group = 0; group < starts.Length - 1; group++)
                margins[group] = Walk(values, folded, fourthLevel, packed + starts[group], starts[group + 1] - starts[group], margins[group]);
        }
        GC.KeepAlive(memory);
    }

    // The unchecked reads stay inside: every turn is one bit, so a walk ends among the 16 records, and TreeShape.Depth checked every feature.
    static float Walk(float* row, float* folded, byte* fourthLevel, Packed* tree, int count, float sum)
    {
        Vector512<float> first = Vector512.Load(row), second = Vector512.Load(row + Lanes), third = Vector512.Load(row + (2 * Lanes)), fourth = Vector512.Load(row + (3 * Lanes));
        for (var end = tree + count; tree < end; tree++)
        {
            var columns = Vector512.Load(tree->Columns);
            var values = Avx512F.BlendVariable(Avx512F.PermuteVar16x32x2(first, columns, second), Avx512F.PermuteVar16x32x2(third, columns, fourth), columns.AsSingle());
            var cuts = Vector512.Load(tree->Cuts);
            // A missing value is neither "at least" nor "less than": the second comparison lets it turn right where that is the default.
            var turns = (uint)Vector512.GreaterThanOrEqual(values, cuts).ExtractMostSignificantBits();
            turns |= (uint)Avx512F.CompareNotLessThan(values, cuts).ExtractMostSignificantBits() & (uint)tree->Columns[0];
            nuint at = fourthLevel[(byte)turns];
            at = at + at + ((turns >> (int)at) & 1);
            sum += ((Lower*)&tree->Lowers + at - UpperPlaces)->Leaf(folded);
        }
        return sum;
    }

    void Fill(Tree tree, ref Packed target)
    {
        var heap = TreeShape.Heap(tree, MaxDepth);
        for (var place = 1; place < heap.Length; place++)
        {
            var node = heap[place];
            if (place >= SplitPlaces) target.Lowers[(place - SplitPlaces) / 4].Leaves[place % 4] = tree.SplitConditions[node];
            // Above a leaf's copies a split may say what it likes.
            else if (tree.IsLeaf(node)) continue;
            else if (place >= 2 * UpperPlaces) target.Lowers[(place - (2 * UpperPlaces)) / 2].Fill(1 + (place % 2), tree, node, features);
            else if (place >= UpperPlaces) target.Lowers[place - UpperPlaces].Fill(0, tree, node, features);
            else target.Fill(place, tree, node);
        }
    }

    /// <summary>One level down from a place, as the bit of that place says.</summary>
    static int Down(int place, int turns) => (2 * place) + ((turns >> place) & 1);

    /// <summary>A tree in ten cache lines: lane i of <see cref="Cuts"/> and <see cref="Columns"/> is the split at place i of the heap.</summary>
    struct Packed
    {
        public fixed float Cuts[UpperPlaces];

        /// <summary>The feature, with the sign bit set from 32 on; at 0 the bits of the places where a missing value turns right.</summary>
        public fixed int Columns[UpperPlaces];

        public LowerRecords Lowers;

        public void Fill(int place, Tree tree, int node)
        {
            Cuts[place] = tree.SplitConditions[node];
            Columns[place] = tree.SplitFeatures[node] < 2 * Lanes ? tree.SplitFeatures[node] : tree.SplitFeatures[node] | int.MinValue;
            if (!tree.DefaultLeft[node]) Columns[0] |= 1 << place;
        }
    }

    [InlineArray(UpperPlaces)]
    struct LowerRecords
    {
        Lower first;
    }

    /// <summary>A split of the fifth level, its two children and their four leaves; columns are places in a folded row.</summary>
    struct Lower
    {
        public fixed float Cuts[3];
        public fixed byte Columns[4];
        public fixed float Leaves[4];

        public void Fill(int split, Tree tree, int node, int features)
        {
            Cuts[split] = FoldedRow.Threshold(tree.SplitConditions[node]);
            Columns[split] = (byte)FoldedRow.Place(tree.SplitFeatures[node], tree.DefaultLeft[node], features);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly float Leaf(float* folded)
        {
            nuint first = Unsafe.BitCast<bool, byte>(folded[Columns[0]] >= Cuts[0]);
            nuint second = Unsafe.BitCast<bool, byte>(folded[Columns[first + 1]] >= Cuts[first + 1]);
            return Leaves[first + first + second];
        }
    }
}
