namespace MusicFlow.Learning.Calibration;

/// <summary>Search for the highest point of a function of one variable (Kiefer 1953).</summary>
internal static class GoldenSection
{
    /// <summary>Where the function is highest between two bounds: eight even probes find the hill, then the golden section its top.</summary>
    public static double Maximum(Func<double, double> function, double low, double high, double tolerance)
    {
        const int Probes = 8;
        var step = (high - low) / Probes;
        var hill = Enumerable.Range(0, Probes + 1).MaxBy(i => function(low + i * step));
        var (left, right) = (Math.Max(low, low + (hill - 1) * step), Math.Min(high, low + (hill + 1) * step));
        var share = (Math.Sqrt(5) - 1) / 2;
        var (a, b) = (right - share * (right - left), left + share * (right - left));
        var (atA, atB) = (function(a), function(b));
        while (right - left > tolerance)
        {
            if (atA < atB)
            {
                (left, a, atA) = (a, b, atB);
                atB = function(b = left + share * (right - left));
            }
            else
            {
                (right, b, atB) = (b, a, atA);
                atA = function(a = right - share * (right - left));
            }
        }
        return (left + right) / 2;
    }
}
