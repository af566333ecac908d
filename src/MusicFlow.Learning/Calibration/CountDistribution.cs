namespace MusicFlow.Learning.Calibration;

/// <summary>Probabilities of the counts 0 … cap; the cap stands for "cap or more". Immutable; thread-safe.</summary>
public sealed class CountDistribution
{
    private readonly double[] _probabilities;

    /// <param name="probabilities">One weight per count from 0 on, each ≥ 0 and finite, some above 0; they are divided by their sum. Length cap + 1 ≥ 2.</param>
    /// <exception cref="ArgumentException">There are fewer than two counts, or the weights are no distribution.</exception>
    public CountDistribution(ReadOnlySpan<double> probabilities)
    {
        if (probabilities.Length < 2) throw new ArgumentException("A distribution needs the counts 0 and 1 at least.", nameof(probabilities));
        _probabilities = probabilities.ToArray();
        var sum = _probabilities.Sum();
        if (!(sum > 0 && double.IsFinite(sum)) || _probabilities.Any(p => p < 0))
            throw new ArgumentException("The weights are negative, not finite or all 0.", nameof(probabilities));
        for (var i = 0; i < _probabilities.Length; i++) _probabilities[i] /= sum;
    }

    /// <summary>Highest count.</summary>
    public int Cap => _probabilities.Length - 1;

    /// <summary>Σ count · P(count), in counts clipped at the cap.</summary>
    public double Mean => _probabilities.Select((p, count) => p * count).Sum();

    /// <summary>The most likely count; the lowest of several.</summary>
    public int Mode => Array.IndexOf(_probabilities, _probabilities.Max());

    /// <summary>P(Y = count); at the cap P(Y ≥ cap). 0 outside 0 … cap.</summary>
    public double Probability(int count) => (uint)count <= (uint)Cap ? _probabilities[count] : 0;

    /// <summary>P(Y ≤ count), 0 … 1.</summary>
    public double Cumulative(int count)
    {
        if (count >= Cap) return 1;
        double sum = 0;
        for (var i = 0; i <= count; i++) sum += _probabilities[i];
        return Math.Min(sum, 1);
    }

    /// <summary>Ranked probability score of an outcome, Σ over k &lt; cap of (P(Y ≤ k) − [outcome ≤ k])²; lower is better (Epstein 1969).</summary>
    /// <param name="count">What happened, 0 … cap.</param>
    public double RankedScore(int count)
    {
        double score = 0, cumulative = 0;
        for (var k = 0; k < Cap; k++)
        {
            cumulative += _probabilities[k];
            var miss = cumulative - (count <= k ? 1 : 0);
            score += miss * miss;
        }
        return score;
    }
}
