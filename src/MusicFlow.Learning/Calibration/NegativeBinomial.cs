namespace MusicFlow.Learning.Calibration;

/// <summary>The negative binomial distribution by mean λ and dispersion α: variance λ + α λ² (Cameron &amp; Trivedi 2013, NB2).</summary>
public static class NegativeBinomial
{
    // Lanczos's approximation with g = 7 and nine terms (Godfrey's coefficients), good to about 15 digits.
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>ln P(Y = count) = ln Γ(k + 1/α) − ln Γ(1/α) − ln k! − (1/α) ln(1 + αλ) + k ln(αλ / (1 + αλ)).</summary>
    /// <param name="count">k ≥ 0.</param>
    /// <param name="mean">λ &gt; 0.</param>
    /// <param name="dispersion">α &gt; 0.</param>
    public static double LogProbability(int count, double mean, double dispersion)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!(mean > 0)) throw new ArgumentOutOfRangeException(nameof(mean), mean, "The mean must be above 0.");
        if (!(dispersion > 0)) throw new ArgumentOutOfRangeException(nameof(dispersion), dispersion, "The dispersion must be above 0.");
        var (shape, spread) = (1 / dispersion, dispersion * mean);
        return LogGamma(count + shape) - LogGamma(shape) - LogGamma(count + 1.0) - shape * Math.Log(1 + spread) + count * Math.Log(spread / (1 + spread));
    }

    /// <summary>ln Γ(x), the logarithm of the gamma function (Lanczos 1964).</summary>
    /// <param name="x">Above 0.</param>
    public static double LogGamma(double x)
    {
        if (!(x > 0)) throw new ArgumentOutOfRangeException(nameof(x), x, "The gamma function is asked for above 0 only.");
        // Reflection keeps the digits near 0, where the series is weak.
        if (x < 0.5) return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        x -= 1;
        var series = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++) series += Lanczos[i] / (x + i);
        var t = x + 7.5;
        return 0.5 * Math.Log(2 * Math.PI) + (x + 0.5) * Math.Log(t) - t + Math.Log(series);
    }
}
