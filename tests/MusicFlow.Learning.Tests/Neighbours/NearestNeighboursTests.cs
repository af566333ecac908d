using FsCheck;
using FsCheck.Fluent;
using MusicFlow.Learning.Neighbours;

namespace MusicFlow.Learning.Tests.Neighbours;

public sealed class NearestNeighboursTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(16, 1)]
    [InlineData(500, 12)]
    [InlineData(1003, 5)]
    public void Every_answer_is_that_of_sorting_all_points(int count, int dimensions)
    {
        var (points, queries) = (Draw(count, dimensions, 1), Draw(37, dimensions, 2));

        var found = new NearestNeighbours(points).FindAll(queries, 10);

        for (var q = 0; q < queries.Rows; q++) AssertSame(Sorted(points, queries.Row(q).ToArray()).Take(10), found[q]);
    }

    [Fact]
    public void One_query_alone_finds_what_it_finds_among_many()
    {
        var (points, queries) = (Draw(700, 12, 3), Draw(20, 12, 4));
        var neighbours = new NearestNeighbours(points);

        var together = neighbours.FindAll(queries, 5);

        for (var q = 0; q < queries.Rows; q++) Assert.Equal(neighbours.Find(queries.Row(q), 5), together[q]);
    }

    [Fact]
    public void Ties_come_in_the_order_of_their_index()
    {
        float[] places = [.. Enumerable.Range(0, 50).Select(i => (float)(i % 3))];

        var found = new NearestNeighbours(new FeatureMatrix(places, 50, 1)).Find([1], 20);

        Assert.Equal(Enumerable.Range(0, 50).Where(i => i % 3 == 1).Concat([0, 2, 3]), found.Select(n => n.Index));
        Assert.Equal(1f, found[^1].Distance);
    }

    [Fact]
    public void An_excluded_point_is_never_found()
    {
        var points = Draw(40, 4, 5);
        int[] itself = [.. Enumerable.Range(0, 40)];

        var found = new NearestNeighbours(points).FindAll(points, 40, itself);

        Assert.All(found, (neighbours, i) => Assert.Equal(39, neighbours.Count(n => n.Index != i)));
        Assert.All(found, neighbours => Assert.Equal(39, neighbours.Length));
    }

    [Fact]
    public void Weights_scale_the_squared_distance_and_zero_hides_a_dimension()
    {
        var points = new FeatureMatrix([0, 9, 3, 0], 2, 2);

        var found = new NearestNeighbours(points, [4, 0]).Find([0, 0], 2);

        Assert.Equal([new Neighbour(0, 0), new Neighbour(1, 6)], found);
    }

    [Fact]
    public void A_point_finds_itself_first_and_distances_never_fall() =>
        Prop.ForAll<(sbyte, sbyte)[], byte>((places, pick) =>
        {
            if (places.Length == 0) return true;
            var points = new FeatureMatrix([.. places.SelectMany(p => new float[] { p.Item1, p.Item2 })], places.Length, 2);
            var found = new NearestNeighbours(points).Find(points.Row(pick % places.Length), 7);
            return found[0].Distance == 0
                && found[0].Index == Array.IndexOf(places, places[pick % places.Length])
                && found.Zip(found.Skip(1)).All(pair => pair.First.Distance <= pair.Second.Distance);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public unsafe void Both_vector_widths_find_the_same_squares()
    {
        float[] block = [.. Draw(16, 6, 8).Values], query = [.. Draw(1, 6, 9).Values];
        var narrow = stackalloc float[16];
        uint mask;

        fixed (float* b = block, q = query) mask = PointBlocks.Nearer256(b, q, 6, float.PositiveInfinity, narrow);

        Assert.Equal(0xFFFFu, mask);
        for (var lane = 0; lane < 16; lane++)
        {
            var sum = 0f;
            for (var d = 0; d < 6; d++) sum = MathF.FusedMultiplyAdd(block[d * 16 + lane] - query[d], block[d * 16 + lane] - query[d], sum);
            Assert.Equal(sum, narrow[lane]);
        }
    }

    [Fact]
    public void No_points_give_no_neighbours() =>
        Assert.Empty(new NearestNeighbours(new FeatureMatrix([], 0, 2)).Find([1, 2], 3));

    [Fact]
    public void Broken_input_is_refused()
    {
        var points = Draw(5, 2, 6);
        var neighbours = new NearestNeighbours(points);

        Assert.Throws<ArgumentException>(() => new NearestNeighbours(new FeatureMatrix([1, float.NaN], 1, 2)));
        Assert.Throws<ArgumentException>(() => new NearestNeighbours(new FeatureMatrix([1, 1e30f], 1, 2)));
        Assert.Throws<ArgumentException>(() => new NearestNeighbours(points, [1]));
        Assert.Throws<ArgumentException>(() => new NearestNeighbours(points, [1, -1]));
        Assert.Throws<ArgumentException>(() => new NearestNeighbours(points, [1, float.NaN]));
        Assert.Throws<ArgumentException>(() => neighbours.Find([1], 1));
        Assert.Throws<ArgumentException>(() => neighbours.Find([1, float.NaN], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => neighbours.Find([1, 2], 0));
        Assert.Throws<ArgumentException>(() => neighbours.FindAll(points, 1, [0]));
    }

    private static FeatureMatrix Draw(int rows, int dimensions, int seed)
    {
        var random = new Random(seed);
        return new FeatureMatrix([.. Enumerable.Range(0, rows * dimensions).Select(_ => (float)(random.NextDouble() * 4 - 2))], rows, dimensions);
    }

    private static IEnumerable<Neighbour> Sorted(FeatureMatrix points, float[] query) =>
        Enumerable.Range(0, points.Rows)
            .Select(i => new Neighbour(i, (float)Math.Sqrt(query.Select((q, d) => Math.Pow((double)points.Row(i)[d] - q, 2)).Sum())))
            .OrderBy(n => n.Distance).ThenBy(n => n.Index);

    private static void AssertSame(IEnumerable<Neighbour> expected, Neighbour[] found)
    {
        Assert.Equal(expected.Select(n => n.Index), found.Select(n => n.Index));
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Distance, pair.Second.Distance, 1e-5f));
    }
}
