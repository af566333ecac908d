namespace MusicFlow.Learning;

/// <summary>A dense table of features: one row per sample, one column per feature.</summary>
/// <remarks>Immutable by convention: the learner never writes to <see cref="Values"/>. Safe to share between threads.</remarks>
public sealed class FeatureMatrix
{
    /// <param name="values">Row-major values, length <paramref name="rows"/> × <paramref name="features"/>; NaN means missing, infinities are refused.</param>
    /// <param name="rows">Number of samples, ≥ 0.</param>
    /// <param name="features">Number of features, ≥ 1.</param>
    /// <exception cref="ArgumentException">The length does not fit the shape, or a value is infinite.</exception>
    public FeatureMatrix(float[] values, int rows, int features)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        if (values.LongLength != (long)rows * features)
            throw new ArgumentException($"{values.LongLength} values do not fill {rows} rows × {features} features.", nameof(values));
        foreach (var value in values)
            if (float.IsInfinity(value)) throw new ArgumentException("A feature value is infinite; use NaN for missing.", nameof(values));
        (Values, Rows, Features) = (values, rows, features);
    }

    /// <summary>Row-major values, shape [rows × features]; NaN means missing.</summary>
    public float[] Values { get; }

    /// <summary>Number of samples.</summary>
    public int Rows { get; }

    /// <summary>Number of features.</summary>
    public int Features { get; }

    /// <summary>The features of one sample, length <see cref="Features"/>.</summary>
    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Features, Features);

    /// <summary>Copies the given rows, in the given order, into a new matrix.</summary>
    public FeatureMatrix Select(ReadOnlySpan<int> rows)
    {
        var selected = new float[rows.Length * Features];
        for (var i = 0; i < rows.Length; i++) Row(rows[i]).CopyTo(selected.AsSpan(i * Features, Features));
        return new FeatureMatrix(selected, rows.Length, Features);
    }
}
