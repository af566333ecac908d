using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Networks;

/// <summary>Lets squared error be learned on targets of mean 0 and deviation 1, so that one learning rate fits targets of any unit.</summary>
/// <param name="Mean">Subtracted from each target; 0 for other objectives.</param>
/// <param name="Deviation">Divides each target; 1 for other objectives.</param>
/// <param name="Baseline">Margin of the best constant, in shrunk units.</param>
internal sealed record TargetScale(double Mean, double Deviation, double Baseline)
{
    public static TargetScale Of(Samples samples, Objective objective)
    {
        double total = 0, sum = 0, squares = 0;
        for (var i = 0; i < samples.Rows; i++)
        {
            double weight = samples.Weights?[i] ?? 1, target = samples.Targets[i];
            (total, sum, squares) = (total + weight, sum + weight * target, squares + weight * target * target);
        }
        var mean = sum / total;
        if (objective is not Objective.SquaredError) return new TargetScale(0, 1, NetworkLoss.Baseline(objective, mean));
        var variance = squares / total - mean * mean;
        // Below this the variance of equal targets is mere rounding.
        return new TargetScale(mean, variance > 1e-12 * mean * mean ? Math.Sqrt(variance) : 1, 0);
    }

    public float Shrink(float target) => (float)((target - Mean) / Deviation);

    /// <summary>Makes the trained network speak in target units: the output layer takes over scale and mean.</summary>
    public void FoldInto(NetworkShape shape, float[] parameters)
    {
        foreach (ref var weight in shape.Weights(parameters, shape.Layers - 1)) weight = (float)(weight * Deviation);
        ref var bias = ref shape.Biases(parameters, shape.Layers - 1)[0];
        bias = (float)(bias * Deviation + Mean);
    }
}
