using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Networks;

/// <summary>A small dense network with rectified hidden units and one output. Standardises its inputs itself; a missing value counts as the mean.</summary>
/// <remarks>Made by <see cref="NetworkTrainer"/> or read by <see cref="NetworkJson"/>. Immutable; thread-safe. A row gets the same prediction alone and in a batch.</remarks>
public sealed class MultilayerPerceptron
{
    private const int ChunkRows = 256;

    internal MultilayerPerceptron(Objective objective, Standardiser standardiser, NetworkShape shape, float[] parameters) =>
        (Objective, Standardiser, Shape, Parameters) = (objective, standardiser, shape, parameters);

    /// <summary>What the network was trained for, and with it the link of its predictions.</summary>
    public Objective Objective { get; }

    /// <summary>Mean and standard deviation of each input in training.</summary>
    public Standardiser Standardiser { get; }

    /// <summary>Number of features that a sample must have.</summary>
    public int FeatureCount => Shape.Widths[0];

    /// <summary>Number of weights and biases.</summary>
    public int ParameterCount => Shape.ParameterCount;

    internal NetworkShape Shape { get; }

    internal float[] Parameters { get; }

    /// <summary>Predicts one sample.</summary>
    /// <param name="features">Raw values, length <see cref="FeatureCount"/>; NaN means missing.</param>
    /// <returns>The mean (squared error, Poisson) or the probability of 1 (logistic).</returns>
    /// <exception cref="ArgumentException">The number of features is wrong.</exception>
    public double Predict(ReadOnlySpan<float> features)
    {
        var pass = new BatchPass(Shape, 1, backward: false);
        Standardiser.Apply(features, pass.Inputs(1));
        return NetworkLoss.Predict(Objective, pass.Forward(Parameters, 1)[0]);
    }

    /// <summary>Predicts every row.</summary>
    /// <param name="features">Raw values, shape [rows × <see cref="FeatureCount"/>].</param>
    /// <returns>One prediction per row.</returns>
    /// <exception cref="ArgumentException">The number of features is wrong.</exception>
    public double[] Predict(FeatureMatrix features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var predictions = new double[features.Rows];
        var pass = new BatchPass(Shape, Math.Min(ChunkRows, features.Rows), backward: false);
        for (var start = 0; start < features.Rows; start += ChunkRows)
        {
            var rows = Math.Min(ChunkRows, features.Rows - start);
            for (var row = 0; row < rows; row++)
                Standardiser.Apply(features.Row(start + row), pass.Inputs(rows).Slice(row * FeatureCount, FeatureCount));
            var margins = pass.Forward(Parameters, rows);
            for (var row = 0; row < rows; row++) predictions[start + row] = NetworkLoss.Predict(Objective, margins[row]);
        }
        return predictions;
    }
}
