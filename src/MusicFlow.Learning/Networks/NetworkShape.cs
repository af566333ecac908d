namespace MusicFlow.Learning.Networks;

/// <summary>Where the weights and biases of each layer lie in one flat array: layer by layer, weights [inputs × outputs], then biases [outputs].</summary>
internal sealed class NetworkShape
{
    public const int MaxWidth = 1024;
    private readonly int[] _starts;

    /// <param name="widths">Number of inputs, width of each hidden layer, number of outputs.</param>
    public NetworkShape(params int[] widths)
    {
        Widths = widths;
        _starts = new int[widths.Length];
        for (var layer = 0; layer < Layers; layer++) _starts[layer + 1] = _starts[layer] + (widths[layer] + 1) * widths[layer + 1];
    }

    public int[] Widths { get; }

    public int Layers => Widths.Length - 1;

    public int ParameterCount => _starts[Layers];

    public Span<float> Weights(float[] parameters, int layer) => parameters.AsSpan(_starts[layer], Widths[layer] * Widths[layer + 1]);

    public Span<float> Biases(float[] parameters, int layer) => parameters.AsSpan(_starts[layer] + Widths[layer] * Widths[layer + 1], Widths[layer + 1]);
}
