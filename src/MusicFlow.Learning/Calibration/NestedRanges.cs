namespace MusicFlow.Learning.Calibration;

/// <summary>The ranges of a distribution that grow one count at a time: the mode first, then always the likelier neighbour (the lower one of two alike).</summary>
internal static class NestedRanges
{
    /// <summary>Mass of the range just before the count enters it; 0 for the mode, which is in every range.</summary>
    public static double MassBefore(CountDistribution distribution, int count)
    {
        foreach (var (range, mass) in Steps(distribution))
            if (range.Contains(count)) return mass;
        throw new ArgumentException($"{count} lies outside 0 … {distribution.Cap}.", nameof(count));
    }

    /// <summary>The largest range that a count enters while the mass is not above the threshold.</summary>
    public static CountRange UpTo(CountDistribution distribution, double threshold)
    {
        var found = new CountRange(distribution.Mode, distribution.Mode);
        foreach (var (range, mass) in Steps(distribution))
        {
            if (mass > threshold) break;
            found = range;
        }
        return found;
    }

    private static IEnumerable<(CountRange Range, double MassBefore)> Steps(CountDistribution distribution)
    {
        var mode = distribution.Mode;
        var (low, high, mass) = (mode, mode, 0.0);
        yield return (new CountRange(mode, mode), mass);
        mass = distribution.Probability(mode);
        while (high - low < distribution.Cap)
        {
            var down = low > 0 && (high == distribution.Cap || distribution.Probability(low - 1) >= distribution.Probability(high + 1));
            if (down) low--;
            else high++;
            yield return (new CountRange(low, high), mass);
            mass += distribution.Probability(down ? low : high);
        }
    }
}
