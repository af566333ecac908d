namespace MusicFlow.Learning.Calibration;

/// <summary>Turns a chance of any count and a mean into a whole distribution: a hurdle, then a zero-truncated negative binomial, censored at a cap.</summary>
/// <remarks>
/// P(0) = 1 − p. For k = 1 … cap − 1: P(k) = p · NB(k; λ, α) / (1 − NB(0; λ, α)); P(cap) is the rest (Mullahy 1986).
/// λ is found so that the mean of the clipped count is μ. Immutable; thread-safe.
/// </remarks>
public sealed record HurdleNegativeBinomial
{
    /// <summary>Chances are held this far from 0 and 1.</summary>
    public const double ChanceFloor = 1e-6;

    private const double LeastDispersion = 0.01, MostDispersion = 50, LeastRate = 1e-7, MostRate = 1e200;

    /// <param name="dispersion">α, 0.01 … 50: near 0 like Poisson, 1 like a geometric distribution, more is more uneven.</param>
    /// <param name="cap">Counts are clipped here. 2 … 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public HurdleNegativeBinomial(double dispersion, int cap)
    {
        if (!(dispersion is >= LeastDispersion and <= MostDispersion)) throw new ArgumentOutOfRangeException(nameof(dispersion));
        if (cap is < 2 or > 1000) throw new ArgumentOutOfRangeException(nameof(cap));
        (Dispersion, Cap) = (dispersion, cap);
    }

    /// <summary>α of the negative binomial.</summary>
    public double Dispersion { get; }

    /// <summary>The count that stands for itself and all above.</summary>
    public int Cap { get; }

    /// <summary>Finds the dispersion under which the positive counts of calibration rows are most likely.</summary>
    /// <param name="chances">P(count &gt; 0) of each row, 0 … 1.</param>
    /// <param name="means">Mean of each row, finite and ≥ 0.</param>
    /// <param name="counts">What happened, 0 … cap. Rows of 0 say nothing of the dispersion.</param>
    /// <param name="cap">As in the constructor.</param>
    /// <returns>Dispersion 1 where no count is above 0.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is out of range.</exception>
    public static HurdleNegativeBinomial Fit(ReadOnlySpan<double> chances, ReadOnlySpan<double> means, ReadOnlySpan<int> counts, int cap)
    {
        if (chances.Length != counts.Length || means.Length != counts.Length)
            throw new ArgumentException($"{chances.Length} chances and {means.Length} means for {counts.Length} counts.", nameof(counts));
        var positives = new List<(double Mean, int Count)>();
        for (var i = 0; i < counts.Length; i++)
        {
            if ((uint)counts[i] > (uint)cap) throw new ArgumentException($"Count {i} lies outside 0 … {cap}.", nameof(counts));
            if (counts[i] > 0) positives.Add((PositiveMean(chances[i], means[i], cap), counts[i]));
        }
        if (positives.Count == 0) return new HurdleNegativeBinomial(1, cap);
        var best = GoldenSection.Maximum(log => LogLikelihood(positives, Math.Exp(log), cap), Math.Log(LeastDispersion), Math.Log(MostDispersion), tolerance: 1e-3);
        return new HurdleNegativeBinomial(Math.Clamp(Math.Exp(best), LeastDispersion, MostDispersion), cap);
    }

    /// <summary>The distribution of one row.</summary>
    /// <param name="chance">P(count &gt; 0), 0 … 1, held within <see cref="ChanceFloor"/> and 1 − <see cref="ChanceFloor"/>.</param>
    /// <param name="mean">Mean of the clipped count, finite and ≥ 0. Means below the chance or above cap times the chance cannot be; the nearest possible one is taken.</param>
    /// <exception cref="ArgumentException">The chance is no probability, or the mean is negative or not finite.</exception>
    public CountDistribution Distribution(double chance, double mean)
    {
        var weights = new double[Cap + 1];
        Positive(PositiveMean(chance, mean, Cap), Dispersion, weights);
        chance = Math.Clamp(chance, ChanceFloor, 1 - ChanceFloor);
        // The sum differs from 1 by rounding where λ is tiny; the chance must come out as it went in.
        var sum = weights.Sum();
        for (var k = 1; k <= Cap; k++) weights[k] *= chance / sum;
        weights[0] = 1 - chance;
        return new CountDistribution(weights);
    }

    private static double PositiveMean(double chance, double mean, int cap)
    {
        if (!(chance is >= 0 and <= 1)) throw new ArgumentException($"{chance} is no probability.", nameof(chance));
        if (!(mean >= 0 && double.IsFinite(mean))) throw new ArgumentException("The mean is negative or not finite.", nameof(mean));
        return Math.Clamp(mean / Math.Clamp(chance, ChanceFloor, 1 - ChanceFloor), 1 + 1e-6, cap - 1e-3);
    }

    private static double LogLikelihood(List<(double Mean, int Count)> rows, double dispersion, int cap)
    {
        var weights = new double[cap + 1];
        double sum = 0;
        foreach (var (mean, count) in rows)
        {
            Positive(mean, dispersion, weights);
            sum += Math.Log(Math.Max(weights[count], 1e-300));
        }
        return sum;
    }

    /// <summary>Fills in the truncated and censored distribution whose mean is as asked, by Newton's method on ln λ within a bracket that only shrinks.</summary>
    private static void Positive(double mean, double dispersion, double[] weights)
    {
        double low = Math.Log(LeastRate), high = Math.Log(MostRate), log = Math.Log(mean);
        for (var step = 0; step < 100; step++)
        {
            var rate = Math.Exp(log);
            var (found, slope) = Fill(rate, dispersion, weights);
            var miss = found - mean;
            if (Math.Abs(miss) < 1e-8 * mean || high - low < 1e-12) return;
            if (miss < 0) low = log;
            else high = log;
            log -= miss / slope;
            if (!(log > low && log < high)) log = (low + high) / 2;
        }
    }

    /// <summary>Fills in the distribution for λ by the recurrence NB(k + 1) = NB(k) · (1 + αk) / (k + 1) · λ / (1 + αλ).</summary>
    /// <returns>Its mean, and ∂mean / ∂ln λ from ∂ln NB(k) / ∂ln λ = (k − λ) / (1 + αλ).</returns>
    private static (double Mean, double Slope) Fill(double rate, double dispersion, double[] weights)
    {
        var cap = weights.Length - 1;
        var spread = 1 + dispersion * rate;
        var none = Math.Exp(-Math.Log(spread) / dispersion);
        var (term, positive, rest) = (none, 1 - none, 1 - none);
        var truncation = none * rate / (spread * positive);
        double mean = cap, slope = 0;
        for (var k = 1; k < cap; k++)
        {
            term *= (1 + dispersion * (k - 1)) / k * (rate / spread);
            rest -= term;
            weights[k] = term / positive;
            mean -= (cap - k) * weights[k];
            slope -= (cap - k) * weights[k] * ((k - rate) / spread - truncation);
        }
        weights[cap] = Math.Max(rest, 0) / positive;
        return (mean, slope);
    }
}
