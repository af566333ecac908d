using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MusicFlow.Learning.Neighbours;

/// <summary>Points in blocks of 16, dimension by dimension, so that one vector holds one coordinate of 16 points.</summary>
/// <remarks>A squared distance is one chain of fused multiply-adds over the dimensions in order, alike at every vector width.</remarks>
internal sealed class PointBlocks
{
    private const int Lanes = 16;
    private readonly float[] _coordinates;
    private readonly int _dimensions;

    /// <param name="points">Shape [points × dimensions], no NaN.</param>
    /// <param name="scales">Factor for each dimension.</param>
    public PointBlocks(FeatureMatrix points, float[] scales)
    {
        _dimensions = points.Features;
        Blocks = (points.Rows + Lanes - 1) / Lanes;
        _coordinates = new float[Blocks * Lanes * _dimensions];
        // NaN is never nearer than anything: the empty places of the last block can not be found.
        Array.Fill(_coordinates, float.NaN);
        for (var row = 0; row < points.Rows; row++)
            for (var d = 0; d < _dimensions; d++)
                _coordinates[(row / Lanes * _dimensions + d) * Lanes + row % Lanes] = points.Row(row)[d] * scales[d];
    }

    public int Blocks { get; }

    /// <summary>Offers a list every point of some blocks that is nearer than the list's threshold.</summary>
    /// <param name="first">First block.</param>
    /// <param name="end">Block after the last.</param>
    /// <param name="query">Scaled coordinates, length dimensions.</param>
    /// <param name="list">Where the points go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Offer(int first, int end, ReadOnlySpan<float> query, NearestList list)
    {
        if (query.Length != _dimensions) throw new ArgumentException("The query has another number of dimensions.", nameof(query));
        var size = Lanes * _dimensions;
        var squares = stackalloc float[2 * Lanes];
        fixed (float* from = _coordinates.AsSpan(first * size, (end - first) * size), q = query)
        {
            var at = from;
            // Two blocks at a time, so that the chain of one hides the latency of the other.
            for (; first + 2 <= end; first += 2, at += 2 * size)
            {
                var nearer = Vector512.IsHardwareAccelerated
                    ? Nearer512(at, q, _dimensions, list.Threshold, squares)
                    : Nearer256(at, q, _dimensions, list.Threshold, squares) | (Nearer256(at + size, q, _dimensions, list.Threshold, squares + Lanes) << Lanes);
                if (nearer != 0) Offer(first, nearer, squares, list);
            }
            if (first < end) Offer(first, Nearer256(at, q, _dimensions, list.Threshold, squares), squares, list);
        }
    }

    private static unsafe void Offer(int block, uint nearer, float* squares, NearestList list)
    {
        for (; nearer != 0; nearer &= nearer - 1)
        {
            var lane = BitOperations.TrailingZeroCount(nearer);
            list.Offer(block * Lanes + lane, squares[lane]);
        }
    }

    /// <summary>Squared distances of the 32 points of two blocks, and one bit for each that is below the threshold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe uint Nearer512(float* from, float* query, int dimensions, float threshold, float* squares)
    {
        Vector512<float> first = default, second = default;
        for (var d = 0; d < dimensions; d++, from += Lanes)
        {
            var coordinate = Vector512.Create(query[d]);
            var (a, b) = (Vector512.Load(from) - coordinate, Vector512.Load(from + dimensions * Lanes) - coordinate);
            first = Vector512.FusedMultiplyAdd(a, a, first);
            second = Vector512.FusedMultiplyAdd(b, b, second);
        }
        var limit = Vector512.Create(threshold);
        var nearer = (uint)Vector512.LessThan(first, limit).ExtractMostSignificantBits() | ((uint)Vector512.LessThan(second, limit).ExtractMostSignificantBits() << Lanes);
        if (nearer == 0) return 0;
        first.Store(squares);
        second.Store(squares + Lanes);
        return nearer;
    }

    /// <summary>Squared distances of the 16 points of one block, and one bit for each that is below the threshold.</summary>
    internal static unsafe uint Nearer256(float* from, float* query, int dimensions, float threshold, float* squares)
    {
        Vector256<float> low = default, high = default;
        for (var d = 0; d < dimensions; d++, from += Lanes)
        {
            var coordinate = Vector256.Create(query[d]);
            var (a, b) = (Vector256.Load(from) - coordinate, Vector256.Load(from + 8) - coordinate);
            low = Vector256.FusedMultiplyAdd(a, a, low);
            high = Vector256.FusedMultiplyAdd(b, b, high);
        }
        var limit = Vector256.Create(threshold);
        var nearer = Vector256.LessThan(low, limit).ExtractMostSignificantBits() | (Vector256.LessThan(high, limit).ExtractMostSignificantBits() << 8);
        if (nearer == 0) return 0;
        low.Store(squares);
        high.Store(squares + 8);
        return nearer;
    }
}
