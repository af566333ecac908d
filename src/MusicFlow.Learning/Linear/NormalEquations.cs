namespace MusicFlow.Learning.Linear;

/// <summary>Gathers Σ w x xᵀ and Σ r x over rows, where x starts with a 1 for the intercept, and solves them under an L2 penalty.</summary>
internal sealed class NormalEquations(int features)
{
    private readonly int _size = features + 1;
    private readonly double[] _matrix = new double[(features + 1) * (features + 1)], _right = new double[features + 1];

    /// <param name="row">Standardised features of the row.</param>
    /// <param name="weight">w ≥ 0.</param>
    /// <param name="response">r.</param>
    public void Add(ReadOnlySpan<float> row, double weight, double response)
    {
        _matrix[0] += weight;
        _right[0] += response;
        for (var i = 0; i < row.Length; i++)
        {
            // Only the lower triangle is filled in.
            var (start, scaled) = ((i + 1) * _size, weight * row[i]);
            _matrix[start] += scaled;
            for (var j = 0; j <= i; j++) _matrix[start + j + 1] += scaled * row[j];
            _right[i + 1] += response * row[i];
        }
    }

    /// <summary>Adds the slope of the penalty ½λ‖β‖² at the coefficients, the intercept left free, and solves.</summary>
    /// <returns>The solution: intercept first.</returns>
    public double[] Solve(double penalty, ReadOnlySpan<double> coefficients)
    {
        for (var i = 1; i < _size; i++)
        {
            _matrix[i * _size + i] += penalty;
            _right[i] -= penalty * coefficients[i];
        }
        Cholesky.Solve(_matrix, _right);
        return _right;
    }
}
