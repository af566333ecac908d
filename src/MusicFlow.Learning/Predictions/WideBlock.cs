namespace MusicFlow.Learning.Predictions;

/// <summary>64 folded rows column by column, and their margins: the working memory of <see cref="WideTrees"/>. Not thread-safe.</summary>
internal sealed class WideBlock(int features, int groups)
{
    const int Rows = WideTrees.Rows;

    readonly float[] values = new float[2 * features * Rows];
    readonly float[] sums = new float[groups * Rows];

    /// <summary>Shape [2 × features][64].</summary>
    public ReadOnlySpan<float> Values => values;

    /// <summary>Shape [groups][64].</summary>
    public Span<float> Sums => sums;

    /// <summary>Takes in 64 rows.</summary>
    public void Load(FeatureMatrix rows, int start)
    {
        for (var i = 0; i < Rows; i++)
        {
            var row = rows.Row(start + i);
            var low = values.AsSpan(i);
            var high = values.AsSpan((features * Rows) + i);
            for (var feature = 0; feature < row.Length; feature++)
            {
                var value = row[feature];
                var missing = float.IsNaN(value);
                low[feature * Rows] = missing ? float.NegativeInfinity : value;
                high[feature * Rows] = missing ? float.PositiveInfinity : value;
            }
        }
    }

    /// <summary>Hands out the margins row by row.</summary>
    /// <param name="margins">Shape [64 × groups].</param>
    public void CopySumsTo(Span<float> margins)
    {
        for (var group = 0; group < groups; group++)
            for (var i = 0; i < Rows; i++) margins[(i * groups) + group] = sums[(group * Rows) + i];
    }
}
