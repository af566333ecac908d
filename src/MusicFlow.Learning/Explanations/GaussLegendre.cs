namespace MusicFlow.Learning.Explanations;

/// <summary>Gauss–Legendre quadrature on [0, 1]: with n points it integrates every polynomial of degree ≤ 2n − 1 exactly.</summary>
/// <remarks>Points are the roots of the Legendre polynomial P_n, found by Newton's method from Tricomi's estimate (Abramowitz &amp; Stegun 25.4.29).</remarks>
internal static class GaussLegendre
{
    /// <param name="count">Number of points, ≥ 1.</param>
    /// <returns>Points in (0, 1), ascending, and their weights, which add up to 1.</returns>
    public static (double[] Points, double[] Weights) Rule(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        double[] points = new double[count], weights = new double[count];
        for (var i = 0; i < count; i++)
        {
            var (root, slope) = Root(count, -Math.Cos(Math.PI * (i + 0.75) / (count + 0.5)));
            points[i] = (1 + root) / 2;
            weights[i] = 1 / ((1 - (root * root)) * slope * slope);
        }
        return (points, weights);
    }

    static (double Root, double Slope) Root(int count, double estimate)
    {
        var root = estimate;
        for (var step = 0; step < 100; step++)
        {
            var (value, slope) = Legendre(count, root);
            var next = root - (value / slope);
            if (Math.Abs(next - root) <= 1e-16) break;
            root = next;
        }
        return (root, Legendre(count, root).Slope);
    }

    /// <summary>P_n(x) and P_n'(x) by the three-term recurrence.</summary>
    static (double Value, double Slope) Legendre(int count, double x)
    {
        double before = 1, value = x;
        for (var n = 2; n <= count; n++) (before, value) = (value, ((((2 * n) - 1) * x * value) - ((n - 1) * before)) / n);
        return (value, count * ((x * value) - before) / ((x * x) - 1));
    }
}
