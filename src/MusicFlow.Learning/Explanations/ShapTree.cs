using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MusicFlow.Learning.Predictions;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Explanations;

/// <summary>One tree compiled for exact Shapley values by quadrature.</summary>
/// <remarks>
/// <para>For a leaf of value v whose path asks for the features j, with o_j = 1 if the sample follows all splits of j and else 0, and z_j the
/// product of the cover shares of those splits, φ_k = v (o_k − z_k) ∫₀¹ Π_{j≠k} (z_j + p (o_j − z_j)) dp: the Beta integral turns the Shapley
/// weights into an integral, whose integrand is a polynomial in p of a degree below the number of features on the path. Gauss–Legendre
/// with half as many points is exact.</para>
/// <para>All leaves at once: the product over the path is carried down, the sum over the leaves up, and each edge books its difference.
/// A feature met again replaces its factor by a division; no factor is 0, since the points lie inside (0, 1) and shares are kept above 0.</para>
/// </remarks>
internal sealed class ShapTree
{
    readonly Split[] splits;
    readonly double[] leaves;

    /// <param name="tree">The tree to explain.</param>
    /// <param name="features">Features of a row.</param>
    /// <exception cref="ArgumentException">A split asks for a feature that a row does not have.</exception>
    public ShapTree(Tree tree, int features)
    {
        _ = TreeShape.Depth(tree, features);
        var layout = new ShapLayout(tree);
        (splits, leaves) = (layout.Splits(features), layout.LeafValues());
        (ExpectedValue, PathFeatures) = (layout.ExpectedValue, layout.PathFeatures);
    }

    /// <summary>Most distinct features on one path; the quadrature needs half as many points.</summary>
    public int PathFeatures { get; }

    /// <summary>Mean of the leaf values by cover, in margin units.</summary>
    public double ExpectedValue { get; }

    /// <summary>Places of working memory that <see cref="Add"/> needs.</summary>
    public int ScratchLength => (splits.Length + leaves.Length) * 4;

    /// <summary>Adds the share of four quadrature points to the contributions of one row.</summary>
    /// <param name="row">A folded row.</param>
    /// <param name="points">Four quadrature points.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="contributions">Length features.</param>
    /// <param name="scratch">At least <see cref="ScratchLength"/> places.</param>
    public void Add(ReadOnlySpan<float> row, Vector256<double> points, Vector256<double> weights, Span<double> contributions, Span<Vector256<double>> scratch)
    {
        if (splits.Length == 0) return;
        var work = new Work(scratch[..ScratchLength]);
        Down(row, points, weights, work);
        Up(contributions, work);
    }

    void Down(ReadOnlySpan<float> row, Vector256<double> points, Vector256<double> weights, Work work)
    {
        work.Product(0) = weights;
        for (var i = 0; i < splits.Length; i++)
        {
            ref readonly var split = ref splits[i];
            var product = work.Product(i);
            var follows = Vector256<double>.One;
            if (split.Previous >= 0)
            {
                product /= work.Factor(split.Previous);
                follows = work.Follows(split.Previous);
                work.Product(i) = product;
            }
            // As a mask, since a branch would be mispredicted half of the time.
            var right = Vector256.Create(-(long)Unsafe.BitCast<bool, byte>(row[split.Place] >= split.Threshold)).AsDouble();
            Descend(split.Left, Vector256.AndNot(follows, right), split.LeftShare, product, points, work);
            Descend(split.Right, follows & right, split.RightShare, product, points, work);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Descend(int child, Vector256<double> follows, double share, Vector256<double> product, Vector256<double> points, Work work)
    {
        var shares = Vector256.Create(share);
        var factor = Vector256.MultiplyAddEstimate(points, follows - shares, shares);
        work.Follows(child) = follows;
        work.Factor(child) = factor;
        work.Product(child) = product * factor;
    }

    void Up(Span<double> contributions, Work work)
    {
        for (var i = 0; i < leaves.Length; i++) work.Sum(splits.Length + i) = Vector256.Create(leaves[i]);
        for (var i = splits.Length - 1; i >= 0; i--)
        {
            ref readonly var split = ref splits[i];
            Vector256<double> left = work.Sum(split.Left), right = work.Sum(split.Right);
            var booked = ((work.Follows(split.Left) - Vector256.Create(split.LeftShare)) * left)
                + ((work.Follows(split.Right) - Vector256.Create(split.RightShare)) * right);
            var sum = (work.Factor(split.Left) * left) + (work.Factor(split.Right) * right);
            if (split.Previous >= 0)
            {
                sum /= work.Factor(split.Previous);
                booked -= (work.Follows(split.Previous) - Vector256.Create(split.PreviousShare)) * sum;
            }
            work.Sum(i) = sum;
            contributions[split.Feature] += Vector256.Sum(work.Product(i) * booked);
        }
    }

    /// <summary>A split. Children and <see cref="Previous"/> are numbers of nodes.</summary>
    internal readonly record struct Split
    {
        /// <summary>As in a folded row.</summary>
        public required float Threshold { get; init; }

        /// <summary>Where a folded row has the value.</summary>
        public required int Place { get; init; }

        /// <summary>The feature that it asks for.</summary>
        public required int Feature { get; init; }

        /// <summary>The left child.</summary>
        public required int Left { get; init; }

        /// <summary>The right child.</summary>
        public required int Right { get; init; }

        /// <summary>The child of the closest split above that asks for the same feature, on the path to here; −1 if none does.</summary>
        public required int Previous { get; init; }

        /// <summary>z of the left edge: product of the cover shares of this feature's splits on the path, down to the left child.</summary>
        public required double LeftShare { get; init; }

        /// <summary>z of the right edge.</summary>
        public required double RightShare { get; init; }

        /// <summary>z of the edge to <see cref="Previous"/>.</summary>
        public required double PreviousShare { get; init; }
    }

    /// <summary>Four vectors per node; numbers come from <see cref="ShapLayout"/>, which keeps them below the number of nodes.</summary>
    readonly ref struct Work
    {
        readonly ref Vector256<double> first;

        public Work(Span<Vector256<double>> scratch) => first = ref MemoryMarshal.GetReference(scratch);

        /// <summary>Quadrature weight times the factors of the path down to a node, without the factor of the feature it asks for.</summary>
        public ref Vector256<double> Product(int node) => ref Unsafe.Add(ref first, node * 4);

        /// <summary>z + p (o − z) of the feature of the edge that leads to a node.</summary>
        public ref Vector256<double> Factor(int node) => ref Unsafe.Add(ref first, (node * 4) + 1);

        /// <summary>o of that edge, in every lane.</summary>
        public ref Vector256<double> Follows(int node) => ref Unsafe.Add(ref first, (node * 4) + 2);

        /// <summary>Leaf values below a node, each times the factors between.</summary>
        public ref Vector256<double> Sum(int node) => ref Unsafe.Add(ref first, (node * 4) + 3);
    }
}
