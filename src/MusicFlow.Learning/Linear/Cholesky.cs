namespace MusicFlow.Learning.Linear;

/// <summary>Solves A x = b for a symmetric positive definite A by A = L Lᵀ (Golub &amp; Van Loan 2013, section 4.2).</summary>
internal static class Cholesky
{
    /// <param name="matrix">A, row-major, shape [n × n]; only the lower triangle is read. Overwritten by L.</param>
    /// <param name="right">b, length n. Overwritten by x.</param>
    /// <exception cref="InvalidOperationException">A is not positive definite.</exception>
    public static void Solve(double[] matrix, double[] right)
    {
        var n = right.Length;
        for (var j = 0; j < n; j++)
        {
            var pivot = matrix[j * n + j] - Dot(matrix, j * n, j * n, j);
            if (!(pivot > 0)) throw new InvalidOperationException("The normal equations are not positive definite; use a larger penalty.");
            matrix[j * n + j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < n; i++) matrix[i * n + j] = (matrix[i * n + j] - Dot(matrix, i * n, j * n, j)) / matrix[j * n + j];
        }
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) right[i] -= matrix[i * n + k] * right[k];
            right[i] /= matrix[i * n + i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) right[i] -= matrix[k * n + i] * right[k];
            right[i] /= matrix[i * n + i];
        }
    }

    private static double Dot(double[] matrix, int first, int second, int count)
    {
        double sum = 0;
        for (var k = 0; k < count; k++) sum += matrix[first + k] * matrix[second + k];
        return sum;
    }
}
