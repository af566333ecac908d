using System.Diagnostics;
using MusicFlow.Core.Features;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Core.Predictions;

/// <summary>From a model's margin to streams.</summary>
public static class Streams
{
    /// <summary>Expected streams, clipped to 0–30.</summary>
    /// <param name="margin">Raw prediction, finite.</param>
    /// <param name="objective">Gives the link: e^margin for Poisson and Tweedie, the margin itself for squared error and quantile.</param>
    /// <exception cref="ArgumentException">The margin is not finite, or the objective does not predict amounts.</exception>
    public static double Of(float margin, Objective objective)
    {
        if (!float.IsFinite(margin)) throw new ArgumentException("The model answered with something that is not a number.", nameof(margin));
        var streams = objective switch
        {
            Objective.Poisson or Objective.Tweedie => Math.Exp(margin),
            Objective.SquaredError or Objective.Quantile => margin,
            Objective.Logistic or Objective.Softmax => throw new ArgumentException("A model of classes does not predict streams.", nameof(objective)),
            _ => throw new UnreachableException(),
        };
        return Math.Clamp(streams, 0, Targets.Cap);
    }
}
