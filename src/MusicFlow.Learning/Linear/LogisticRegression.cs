using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Linear;

/// <summary>Logistic regression with an L2 penalty on standardised features, by Newton's method (iteratively reweighted least squares, Hastie et al. 2009, section 4.4.1).</summary>
public static class LogisticRegression
{
    private const int MaxSteps = 100;

    // Bounds the intercept, which has no penalty, where all targets are alike.
    private const double LeastCurvature = 1e-9;

    /// <summary>Minimises Σ w (ln(1 + e^z) − y z) + ½ λ‖β‖² with z = intercept + β·x, the intercept left free.</summary>
    /// <param name="samples">Targets 0 or 1; at least one row with weight.</param>
    /// <param name="l2">λ, above 0 and finite; it weighs against the sum over the rows, not their mean.</param>
    /// <exception cref="ArgumentException">A target is neither 0 nor 1, no row has weight, or the penalty is out of range.</exception>
    /// <exception cref="InvalidOperationException">The penalty is too small for features that repeat each other.</exception>
    public static LinearModel Train(Samples samples, double l2)
    {
        var (standardiser, inputs) = LinearInput.Prepare(samples, l2);
        if (samples.Targets.Any(target => target is not (0 or 1))) throw new ArgumentException("A target is neither 0 nor 1.", nameof(samples));
        var solution = new double[inputs.Features + 1];
        var loss = Loss(samples, inputs, solution, l2);
        for (var step = 0; step < MaxSteps; step++)
        {
            var direction = Direction(samples, inputs, solution, l2);
            var (next, nextLoss) = Search(samples, inputs, (solution, loss, direction), l2);
            var gained = loss - nextLoss;
            if (gained > 0) (solution, loss) = (next, nextLoss);
            if (gained <= 1e-12 * (1 + Math.Abs(loss))) break;
        }
        return new LinearModel(new Objective.Logistic(), standardiser, solution[0], solution[1..]);
    }

    private static double[] Direction(Samples samples, FeatureMatrix inputs, double[] solution, double l2)
    {
        var equations = new NormalEquations(inputs.Features);
        for (var row = 0; row < inputs.Rows; row++)
        {
            double weight = samples.Weights?[row] ?? 1, p = 1 / (1 + Math.Exp(-Margin(inputs.Row(row), solution)));
            equations.Add(inputs.Row(row), weight * Math.Max(p * (1 - p), LeastCurvature), weight * (samples.Targets[row] - p));
        }
        return equations.Solve(l2, solution);
    }

    /// <summary>Halves Newton's step until the loss falls.</summary>
    private static (double[] Solution, double Loss) Search(Samples samples, FeatureMatrix inputs, (double[] Solution, double Loss, double[] Direction) from, double l2)
    {
        for (var share = 1.0; ; share /= 2)
        {
            double[] next = [.. from.Solution.Zip(from.Direction, (at, step) => at + share * step)];
            var loss = Loss(samples, inputs, next, l2);
            if (loss < from.Loss || share < 1e-6) return (next, loss);
        }
    }

    private static double Loss(Samples samples, FeatureMatrix inputs, double[] solution, double l2)
    {
        var loss = 0.5 * l2 * solution.Skip(1).Sum(coefficient => coefficient * coefficient);
        for (var row = 0; row < inputs.Rows; row++)
        {
            var margin = Margin(inputs.Row(row), solution);
            loss += (samples.Weights?[row] ?? 1) * (Math.Max(margin, 0) + Math.Log(1 + Math.Exp(-Math.Abs(margin))) - samples.Targets[row] * margin);
        }
        return loss;
    }

    private static double Margin(ReadOnlySpan<float> row, double[] solution)
    {
        var margin = solution[0];
        for (var i = 0; i < row.Length; i++) margin += solution[i + 1] * row[i];
        return margin;
    }
}
