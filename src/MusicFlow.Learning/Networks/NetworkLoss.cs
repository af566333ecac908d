using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Networks;

/// <summary>Loss, gradient and inverse link of the three objectives of a network, one row at a time.</summary>
internal static class NetworkLoss
{
    /// <summary>Margins of log and logit links are held within ± this limit, so that a wild input gives a large number and never an infinite one.</summary>
    public const double MarginLimit = 30;

    /// <summary>Turns a margin into a prediction.</summary>
    public static double Predict(Objective objective, double margin) => objective switch
    {
        Objective.SquaredError => margin,
        Objective.Poisson => Math.Exp(Limited(margin)),
        _ => 1 / (1 + Math.Exp(-Limited(margin))),
    };

    /// <summary>Loss of one row: ½(z − y)², e^z − y z, or log(1 + e^z) − y z.</summary>
    public static double Loss(Objective objective, double margin, double target) => objective switch
    {
        Objective.SquaredError => (margin - target) * (margin - target) / 2,
        Objective.Poisson => Math.Exp(Limited(margin)) - target * Limited(margin),
        _ => Math.Max(Limited(margin), 0) + Math.Log(1 + Math.Exp(-Math.Abs(Limited(margin)))) - target * Limited(margin),
    };

    /// <summary>∂loss/∂margin of one row; for these three objectives with their own links it is prediction − target.</summary>
    public static double Gradient(Objective objective, double margin, double target) => Predict(objective, margin) - target;

    /// <summary>The margin of the best constant prediction, with which training starts.</summary>
    public static double Baseline(Objective objective, double mean) => objective switch
    {
        Objective.SquaredError => mean,
        Objective.Poisson => Math.Log(Math.Max(mean, 1e-6)),
        _ => Math.Log(Math.Clamp(mean, 1e-6, 1 - 1e-6) / (1 - Math.Clamp(mean, 1e-6, 1 - 1e-6))),
    };

    /// <exception cref="ArgumentException">A target is negative (Poisson) or neither 0 nor 1 (logistic).</exception>
    public static void CheckTargets(Objective objective, float[] targets)
    {
        if (objective is Objective.Poisson && targets.Any(t => t < 0)) throw new ArgumentException("A Poisson target is negative.", nameof(targets));
        if (objective is Objective.Logistic && targets.Any(t => t is not (0 or 1))) throw new ArgumentException("A logistic target is neither 0 nor 1.", nameof(targets));
    }

    private static double Limited(double margin) => Math.Clamp(margin, -MarginLimit, MarginLimit);
}
