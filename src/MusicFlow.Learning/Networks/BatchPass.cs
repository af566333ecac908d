using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Networks;

/// <summary>Memory for passing a batch through a network and its error back. Not thread-safe.</summary>
/// <remarks>Back-propagation: Rumelhart, Hinton &amp; Williams 1986. Hidden units are rectified: max(0, z).</remarks>
internal sealed class BatchPass
{
    private readonly NetworkShape _shape;
    private readonly float[][] _outputs, _errors;
    private readonly float[] _transposed;

    /// <param name="shape">The layers.</param>
    /// <param name="maxRows">Rows of the largest batch.</param>
    /// <param name="backward">Whether <see cref="Backward"/> will be called; without it half the memory is saved.</param>
    public BatchPass(NetworkShape shape, int maxRows, bool backward)
    {
        _shape = shape;
        _outputs = [.. shape.Widths.Select(width => new float[maxRows * width])];
        _errors = !backward ? [] : [.. shape.Widths.Select(width => new float[maxRows * width])];
        _transposed = !backward ? [] : new float[Enumerable.Range(0, shape.Layers).Max(layer => shape.Widths[layer] * shape.Widths[layer + 1])];
    }

    /// <summary>Where the standardised samples go before <see cref="Forward"/>, row-major.</summary>
    public Span<float> Inputs(int rows) => _outputs[0].AsSpan(0, rows * _shape.Widths[0]);

    /// <summary>Passes the inputs on.</summary>
    /// <returns>One margin per row, valid until the next call.</returns>
    public Span<float> Forward(float[] parameters, int rows)
    {
        for (var layer = 0; layer < _shape.Layers; layer++)
        {
            int from = _shape.Widths[layer], to = _shape.Widths[layer + 1];
            var result = _outputs[layer + 1].AsSpan(0, rows * to);
            Product.Into(new Factor(_outputs[layer].AsSpan(0, rows * from), rows, from), _shape.Weights(parameters, layer), to, result);
            AddBiases(result, _shape.Biases(parameters, layer), rectify: layer < _shape.Layers - 1);
        }
        return _outputs[_shape.Layers].AsSpan(0, rows);
    }

    /// <summary>After <see cref="Forward"/>: the gradient of the weighted mean loss by every parameter, without penalty.</summary>
    /// <param name="objective">The loss.</param>
    /// <param name="parameters">The parameters of the forward pass.</param>
    /// <param name="targets">One target per row.</param>
    /// <param name="weights">One weight per row, already divided by their sum.</param>
    /// <param name="gradient">Receives the gradient, in the layout of the parameters.</param>
    public void Backward(Objective objective, float[] parameters, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, float[] gradient)
    {
        var rows = targets.Length;
        for (var row = 0; row < rows; row++)
            _errors[^1][row] = (float)(NetworkLoss.Gradient(objective, _outputs[^1][row], targets[row]) * weights[row]);
        for (var layer = _shape.Layers - 1; layer >= 0; layer--)
        {
            int from = _shape.Widths[layer], to = _shape.Widths[layer + 1];
            var errors = _errors[layer + 1].AsSpan(0, rows * to);
            Product.Into(new Factor(_outputs[layer].AsSpan(0, rows * from), rows, from).Transposed, errors, to, _shape.Weights(gradient, layer));
            AddColumns(errors, _shape.Biases(gradient, layer));
            if (layer > 0) PassBack(parameters, layer, rows);
        }
    }

    private void PassBack(float[] parameters, int layer, int rows)
    {
        int from = _shape.Widths[layer], to = _shape.Widths[layer + 1];
        var weights = _shape.Weights(parameters, layer);
        for (var i = 0; i < from; i++)
            for (var o = 0; o < to; o++) _transposed[o * from + i] = weights[i * to + o];
        var errors = _errors[layer].AsSpan(0, rows * from);
        Product.Into(new Factor(_errors[layer + 1].AsSpan(0, rows * to), rows, to), _transposed.AsSpan(0, from * to), from, errors);
        var outputs = _outputs[layer].AsSpan(0, errors.Length);
        for (var i = 0; i < errors.Length; i++) errors[i] = outputs[i] > 0 ? errors[i] : 0;
    }

    private static void AddBiases(Span<float> values, ReadOnlySpan<float> biases, bool rectify)
    {
        for (var start = 0; start < values.Length; start += biases.Length)
        {
            var row = values.Slice(start, biases.Length);
            for (var i = 0; i < row.Length; i++)
            {
                var value = row[i] + biases[i];
                row[i] = rectify && value < 0 ? 0 : value;
            }
        }
    }

    private static void AddColumns(ReadOnlySpan<float> values, Span<float> sums)
    {
        sums.Clear();
        for (var start = 0; start < values.Length; start += sums.Length)
            for (var i = 0; i < sums.Length; i++) sums[i] += values[start + i];
    }
}
