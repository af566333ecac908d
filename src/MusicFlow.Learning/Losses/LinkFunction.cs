namespace MusicFlow.Learning.Losses;

/// <summary>The two directions between margin space, where trees add up, and output space, where predictions and base scores live.</summary>
/// <remarks>
/// Float32 step by step as XGBoost computes it (src/objective/regression_loss.h and src/common/math.h, v1.7.4),
/// so that base margins and predictions agree to the last bits. Pure; thread-safe.
/// </remarks>
public static class LinkFunction
{
    /// <summary>The margin at which summation starts: the base score moved through the link.</summary>
    /// <param name="objective">Says which link: identity (squared error, quantile, softmax), log (Poisson, Tweedie) or logit (logistic).</param>
    /// <param name="baseScore">In output space; &gt; 0 for a log link, in (0, 1) for logistic. For softmax it is a margin already.</param>
    /// <exception cref="ArgumentOutOfRangeException">The base score lies outside what the objective can predict, or is not finite.</exception>
    public static float BaseMargin(Objective objective, float baseScore)
    {
        ArgumentNullException.ThrowIfNull(objective);
        if (!Allows(objective, baseScore))
            throw new ArgumentOutOfRangeException(nameof(baseScore), baseScore, "The base score lies outside what the objective can predict.");
        return objective switch
        {
            Objective.Poisson or Objective.Tweedie => MathF.Log(baseScore),
            Objective.Logistic => -MathF.Log((1f / baseScore) - 1f),
            _ => baseScore,
        };
    }

    /// <summary>Whether a base score is one that the objective could predict.</summary>
    /// <param name="objective">Says which link.</param>
    /// <param name="baseScore">In output space.</param>
    public static bool Allows(Objective objective, float baseScore) => float.IsFinite(baseScore) && objective switch
    {
        Objective.Poisson or Objective.Tweedie => baseScore > 0,
        Objective.Logistic => baseScore is > 0 and < 1,
        _ => true,
    };

    /// <summary>Turns margins into predictions, in place.</summary>
    /// <param name="objective">Says which link.</param>
    /// <param name="margins">Row-major, shape [rows × <see cref="Objective.Groups"/>].</param>
    public static void ToPredictions(Objective objective, Span<float> margins)
    {
        ArgumentNullException.ThrowIfNull(objective);
        switch (objective)
        {
            case Objective.Poisson or Objective.Tweedie:
                foreach (ref var value in margins) value = MathF.Exp(value);
                break;
            case Objective.Logistic:
                foreach (ref var value in margins) value = Sigmoid(value);
                break;
            case Objective.Softmax:
                for (var start = 0; start < margins.Length; start += objective.Groups) Softmax(margins.Slice(start, objective.Groups));
                break;
        }
    }

    static float Sigmoid(float margin) => 1f / (MathF.Exp(MathF.Min(-margin, 88.7f)) + 1f);

    static void Softmax(Span<float> margins)
    {
        var highest = float.NegativeInfinity;
        foreach (var margin in margins) highest = MathF.Max(highest, margin);
        var sum = 0d;
        foreach (ref var value in margins)
        {
            value = MathF.Exp(value - highest);
            sum += value;
        }
        foreach (ref var value in margins) value /= (float)sum;
    }
}
