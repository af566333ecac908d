using System.Numerics;

namespace MusicFlow.Learning.Networks;

/// <summary>Adam (Kingma &amp; Ba 2015, algorithm 1) with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.</summary>
internal sealed class Adam(int parameterCount, double learningRate)
{
    private const float First = 0.9f, Second = 0.999f, Epsilon = 1e-8f;
    private readonly float[] _means = new float[parameterCount], _squares = new float[parameterCount];
    private int _steps;

    /// <summary>Moves the parameters one step against the gradient.</summary>
    public void Step(float[] parameters, float[] gradient)
    {
        _steps++;
        var rate = (float)(learningRate / (1 - Math.Pow(First, _steps)));
        var correction = (float)(1 / (1 - Math.Pow(Second, _steps)));
        var width = Vector<float>.Count;
        var i = 0;
        for (; i + width <= parameters.Length; i += width)
        {
            var g = new Vector<float>(gradient, i);
            var mean = new Vector<float>(_means, i) * First + g * (1 - First);
            var square = new Vector<float>(_squares, i) * Second + g * g * (1 - Second);
            mean.CopyTo(_means, i);
            square.CopyTo(_squares, i);
            var step = mean * rate / (Vector.SquareRoot(square * correction) + new Vector<float>(Epsilon));
            (new Vector<float>(parameters, i) - step).CopyTo(parameters, i);
        }
        for (; i < parameters.Length; i++)
        {
            var g = gradient[i];
            _means[i] = _means[i] * First + g * (1 - First);
            _squares[i] = _squares[i] * Second + g * g * (1 - Second);
            parameters[i] -= _means[i] * rate / (MathF.Sqrt(_squares[i] * correction) + Epsilon);
        }
    }
}
