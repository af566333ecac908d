namespace MusicFlow.Learning.Neighbours;

/// <summary>Finds the nearest points by comparing with every point: exact, no index to build, the same answer every time.</summary>
/// <remarks>
/// Distance is √Σ w (a − b)² in float32. Points at the same distance come in the order of their index. Features should be
/// standardised first (<see cref="Standardiser"/>). Immutable after construction; thread-safe. Memory: 4 bytes per coordinate.
/// </remarks>
public sealed class NearestNeighbours
{
    /// <summary>Scaled coordinates beyond ± this limit are refused, because their squares could overflow.</summary>
    public const float Limit = 1e15f;

    // So many queries share one pass over the points, and look at so many blocks each while those are in the first cache.
    private const int QueriesPerPass = 64, BlocksPerVisit = 24;
    private readonly PointBlocks _blocks;
    private readonly float[] _scales;

    /// <param name="points">Shape [points × dimensions], no missing value.</param>
    /// <param name="weights">Weight of each dimension in the squared distance, finite and ≥ 0; empty means 1 for every one.</param>
    /// <exception cref="ArgumentException">A value is missing or beyond <see cref="Limit"/>, or the weights do not fit.</exception>
    public NearestNeighbours(FeatureMatrix points, ReadOnlySpan<float> weights = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (!weights.IsEmpty && weights.Length != points.Features)
            throw new ArgumentException($"{weights.Length} weights for {points.Features} dimensions.", nameof(weights));
        _scales = new float[points.Features];
        Array.Fill(_scales, 1);
        for (var d = 0; d < weights.Length; d++)
            _scales[d] = weights[d] >= 0 && float.IsFinite(weights[d])
                ? MathF.Sqrt(weights[d])
                : throw new ArgumentException($"Weight {d} is negative or not finite.", nameof(weights));
        var scratch = new float[_scales.Length];
        for (var row = 0; row < points.Rows; row++) Scale(points.Row(row), scratch);
        Count = points.Rows;
        _blocks = new PointBlocks(points, _scales);
    }

    /// <summary>Number of points.</summary>
    public int Count { get; }

    /// <summary>Number of coordinates of a point.</summary>
    public int Dimensions => _scales.Length;

    /// <summary>Finds the points nearest to one query.</summary>
    /// <param name="query">Length <see cref="Dimensions"/>, no missing value.</param>
    /// <param name="k">How many points at most, ≥ 1.</param>
    /// <param name="exclude">Index of a point that must not be found, as a rule the query itself; −1 for none.</param>
    /// <returns>Nearest first, ties by index; fewer than <paramref name="k"/> only when there are no more points.</returns>
    /// <exception cref="ArgumentException">The query has a wrong length, a missing value or one beyond <see cref="Limit"/>.</exception>
    public Neighbour[] Find(ReadOnlySpan<float> query, int k, int exclude = -1)
    {
        if (query.Length != Dimensions) throw new ArgumentException($"{query.Length} coordinates for {Dimensions} dimensions.", nameof(query));
        return FindAll(new FeatureMatrix(query.ToArray(), 1, Dimensions), k, [exclude])[0];
    }

    /// <summary>Finds the points nearest to each of many queries; several times as fast per query as <see cref="Find"/> where the points do not fit into the cache.</summary>
    /// <param name="queries">Shape [queries × <see cref="Dimensions"/>], no missing value.</param>
    /// <param name="k">How many points at most for each query, ≥ 1.</param>
    /// <param name="exclude">For each query the index of a point that must not be found, −1 for none; empty excludes nothing.</param>
    /// <returns>One array per query, as <see cref="Find"/> returns it.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or a value is missing or beyond <see cref="Limit"/>.</exception>
    public Neighbour[][] FindAll(FeatureMatrix queries, int k, ReadOnlySpan<int> exclude = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        if (queries.Features != Dimensions) throw new ArgumentException($"{queries.Features} coordinates for {Dimensions} dimensions.", nameof(queries));
        if (!exclude.IsEmpty && exclude.Length != queries.Rows) throw new ArgumentException($"{exclude.Length} exclusions for {queries.Rows} queries.", nameof(exclude));
        if (Count == 0) return [.. Enumerable.Repeat<Neighbour[]>([], queries.Rows)];
        var found = new Neighbour[queries.Rows][];
        for (var start = 0; start < queries.Rows; start += QueriesPerPass)
            Pass(queries, start, Math.Min(k, Count), exclude, found);
        return found;
    }

    private void Pass(FeatureMatrix queries, int start, int k, ReadOnlySpan<int> exclude, Neighbour[][] found)
    {
        var lists = new NearestList[Math.Min(QueriesPerPass, queries.Rows - start)];
        var scaled = new float[lists.Length * Dimensions];
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i] = new NearestList(k, exclude.IsEmpty ? -1 : exclude[start + i]);
            Scale(queries.Row(start + i), scaled.AsSpan(i * Dimensions, Dimensions));
        }
        var visit = lists.Length == 1 ? _blocks.Blocks : BlocksPerVisit;
        for (var block = 0; block < _blocks.Blocks; block += visit)
            for (var i = 0; i < lists.Length; i++)
                _blocks.Offer(block, Math.Min(block + visit, _blocks.Blocks), scaled.AsSpan(i * Dimensions, Dimensions), lists[i]);
        for (var i = 0; i < lists.Length; i++) found[start + i] = lists[i].ToArray();
    }

    private void Scale(ReadOnlySpan<float> point, Span<float> scaled)
    {
        for (var d = 0; d < point.Length; d++)
        {
            scaled[d] = point[d] * _scales[d];
            if (!(Math.Abs(scaled[d]) <= Limit)) throw new ArgumentException($"Coordinate {d} is missing or too large.", nameof(point));
        }
    }
}
