using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Networks;

namespace MusicFlow.Core.Predictions;

/// <summary>A multilayer perceptron with everything it needs to answer. Thread-safe.</summary>
public sealed class NetworkModel(MultilayerPerceptron network) : IMarginModel
{
    private const int Orders = 32;

    /// <summary>Expected streams below this have this one's margin.</summary>
    private const double Least = 1e-6;

    /// <summary>The network.</summary>
    public MultilayerPerceptron Network => network;

    /// <inheritdoc/>
    public Objective Objective => network.Objective;

    /// <inheritdoc/>
    public int Size => network.ParameterCount;

    /// <inheritdoc/>
    public float Margin(ReadOnlySpan<float> features)
    {
        var prediction = network.Predict(features);
        return (float)(Objective is Objective.Poisson ? Math.Log(Math.Max(prediction, Least)) : prediction);
    }

    /// <inheritdoc/>
    /// <remarks>Shapley values by sampling (Štrumbelj and Kononenko 2014): features are made known one by one in seeded random orders, from all missing, which the network reads as the mean.</remarks>
    public double[] Contributions(ReadOnlySpan<float> features)
    {
        var contributions = new double[features.Length + 1];
        var order = Enumerable.Range(0, features.Length).ToArray();
        var random = new Random(features.Length);
        var known = new float[features.Length];
        Array.Fill(known, float.NaN);
        contributions[^1] = Margin(known);
        for (var round = 0; round < Orders; round++)
        {
            random.Shuffle(order);
            Array.Fill(known, float.NaN);
            var before = contributions[^1];
            foreach (var feature in order)
            {
                if (float.IsNaN(features[feature])) continue;
                known[feature] = features[feature];
                var after = Margin(known);
                contributions[feature] += (after - before) / Orders;
                before = after;
            }
        }
        return contributions;
    }
}
