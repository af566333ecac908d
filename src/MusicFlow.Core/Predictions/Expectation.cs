namespace MusicFlow.Core.Predictions;

/// <summary>What a model says of one row, before calibration.</summary>
/// <param name="Streams">Expected streams, 0–30.</param>
/// <param name="ChanceScore">Rises with the chance of at least one stream; comparable between rows of one model only.</param>
public readonly record struct Expectation(double Streams, double ChanceScore)
{
    /// <summary>Of an answer that is a number of streams and nothing else.</summary>
    /// <param name="streams">Expected streams, 0–30.</param>
    public static Expectation Of(double streams) => new(streams, streams);

    /// <summary>Of a model's answer.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">One value per feature; NaN means missing.</param>
    /// <exception cref="ArgumentException">The model answered with something that is not a number.</exception>
    public static Expectation Of(IMarginModel model, ReadOnlySpan<float> features)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Of(model.Margin(features), model.ChanceMargin(features), model.Objective);
    }

    /// <summary>Of a model's raw answer.</summary>
    /// <param name="margin">The margin, finite.</param>
    /// <param name="chanceMargin">The margin of the chance, or <see langword="null"/>.</param>
    /// <param name="objective">Gives the link.</param>
    /// <exception cref="ArgumentException">A margin is not finite.</exception>
    internal static Expectation Of(float margin, float? chanceMargin, Learning.Losses.Objective objective)
    {
        var streams = Predictions.Streams.Of(margin, objective);
        return chanceMargin is not { } chance
            ? Of(streams)
            : float.IsFinite(chance) ? new Expectation(streams, chance) : throw new ArgumentException("The model answered with something that is not a number.", nameof(chanceMargin));
    }
}
