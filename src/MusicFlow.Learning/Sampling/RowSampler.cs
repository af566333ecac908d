namespace MusicFlow.Learning.Sampling;

/// <summary>Draws the rows of one tree, without replacement.</summary>
internal static class RowSampler
{
    private const ulong Purpose = 1UL << 60;

    /// <summary>Draws ⌈share × rows⌉ rows; the draw depends on seed and tree only.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="share">In (0, 1].</param>
    /// <param name="seed">Of the run.</param>
    /// <param name="tree">Number of the tree in the model.</param>
    /// <returns>One flag per row; <see langword="null"/> when every row is taken.</returns>
    /// <remarks>Selection sampling (Knuth, TAOCP volume 2, 3.4.2, algorithm S).</remarks>
    public static bool[]? Draw(int rows, double share, ulong seed, int tree)
    {
        var wanted = (int)Math.Ceiling(rows * share);
        if (wanted >= rows) return null;

        var random = new SeededRandom(seed, Purpose + (ulong)tree);
        var taken = new bool[rows];
        for (var row = 0; row < rows && wanted > 0; row++)
        {
            if (random.NextDouble() * (rows - row) >= wanted) continue;
            taken[row] = true;
            wanted--;
        }
        return taken;
    }
}
