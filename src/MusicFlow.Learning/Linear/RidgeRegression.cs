using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Linear;

/// <summary>Least squares with an L2 penalty on standardised features, solved exactly (Hoerl &amp; Kennard 1970).</summary>
public static class RidgeRegression
{
    /// <summary>Minimises ½ Σ w (y − intercept − β·x)² + ½ λ‖β‖², the intercept left free.</summary>
    /// <param name="samples">At least one row with weight.</param>
    /// <param name="l2">λ, above 0 and finite; it weighs against the sum over the rows, not their mean.</param>
    /// <exception cref="ArgumentException">No row has weight, or the penalty is out of range.</exception>
    /// <exception cref="InvalidOperationException">The penalty is too small for features that repeat each other.</exception>
    public static LinearModel Train(Samples samples, double l2)
    {
        var (standardiser, inputs) = LinearInput.Prepare(samples, l2);
        var equations = new NormalEquations(inputs.Features);
        for (var row = 0; row < inputs.Rows; row++)
        {
            double weight = samples.Weights?[row] ?? 1;
            equations.Add(inputs.Row(row), weight, weight * samples.Targets[row]);
        }
        var solution = equations.Solve(l2, new double[inputs.Features + 1]);
        return new LinearModel(new Objective.SquaredError(), standardiser, solution[0], solution[1..]);
    }
}
