namespace MusicFlow.Learning;

/// <summary>What a learner learns from: features, one target per row and, if given, one weight per row.</summary>
public sealed record Samples
{
    /// <param name="features">Shape [rows × features].</param>
    /// <param name="targets">Length rows; every value finite. For softmax: the class, 0 … classes − 1.</param>
    /// <param name="weights">Length rows, each ≥ 0 and finite; <see langword="null"/> means 1 for every row.</param>
    /// <exception cref="ArgumentException">Lengths disagree, or a target or weight is not finite, or a weight is negative.</exception>
    public Samples(FeatureMatrix features, float[] targets, float[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(targets);
        if (targets.Length != features.Rows) throw new ArgumentException($"{targets.Length} targets for {features.Rows} rows.", nameof(targets));
        if (weights is not null && weights.Length != features.Rows) throw new ArgumentException($"{weights.Length} weights for {features.Rows} rows.", nameof(weights));
        if (targets.Any(t => !float.IsFinite(t))) throw new ArgumentException("A target is not finite.", nameof(targets));
        if (weights is not null && weights.Any(w => !float.IsFinite(w) || w < 0)) throw new ArgumentException("A weight is negative or not finite.", nameof(weights));
        (Features, Targets, Weights) = (features, targets, weights);
    }

    /// <summary>Shape [rows × features].</summary>
    public FeatureMatrix Features { get; }

    /// <summary>Length rows.</summary>
    public float[] Targets { get; }

    /// <summary>Length rows, or <see langword="null"/> when every row weighs 1.</summary>
    public float[]? Weights { get; }

    /// <summary>Number of samples.</summary>
    public int Rows => Features.Rows;

    /// <summary>Copies the given rows, in the given order.</summary>
    public Samples Select(ReadOnlySpan<int> rows)
    {
        var targets = new float[rows.Length];
        var weights = Weights is null ? null : new float[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            targets[i] = Targets[rows[i]];
            if (weights is not null) weights[i] = Weights![rows[i]];
        }
        return new Samples(Features.Select(rows), targets, weights);
    }
}
