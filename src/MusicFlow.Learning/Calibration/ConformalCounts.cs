namespace MusicFlow.Learning.Calibration;

/// <summary>Ranges of counts that hold the truth as often as promised, in every group of rows, whatever the faults of the distributions.</summary>
/// <remarks>
/// Mondrian split conformal prediction (Vovk, Gammerman &amp; Shafer 2005, chapter 4) over nested ranges: a range starts at the
/// mode and takes in the likelier neighbour, one count at a time. The score of an outcome is the mass that the range held
/// <em>before</em> taking it in, so that within a group the rows that are least sure grow first; it is 0 for the mode, which every
/// range holds, so that what the smallest ranges cover counts towards the promise. A group's threshold is the score at index
/// ⌈(n + 1) · coverage⌉ of its n sorted calibration scores; a range grows while its mass is at most the threshold. Coverage is at
/// least as promised for exchangeable rows and exceeds it by 1 / (n + 1) on average, or by what the single modes cover beyond it.
/// Groups should be narrow in the predicted level: the promise holds on average over a group. Immutable; thread-safe.
/// </remarks>
/// <param name="Coverage">Promised share of outcomes inside, in (0, 1).</param>
/// <param name="Thresholds">One per group, 0 … 1; groups that were too small share their neighbour's.</param>
public sealed record ConformalCounts(double Coverage, double[] Thresholds)
{
    /// <summary>Learns the threshold of each group from rows that the distributions were not fitted to.</summary>
    /// <param name="distributions">What was predicted for each row.</param>
    /// <param name="counts">What happened, each 0 … the cap of its distribution; length rows.</param>
    /// <param name="groups">Group of each row, kind · <see cref="ConformalOptions.BinsPerKind"/> + bin; length rows.</param>
    /// <param name="options">The promise and the taxonomy.</param>
    /// <exception cref="ArgumentException">The lengths differ, a count or group is out of range, or an option is.</exception>
    public static ConformalCounts Fit(IReadOnlyList<CountDistribution> distributions, ReadOnlySpan<int> counts, ReadOnlySpan<int> groups, ConformalOptions options)
    {
        ArgumentNullException.ThrowIfNull(distributions);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        if (distributions.Count != counts.Length || groups.Length != counts.Length)
            throw new ArgumentException($"{distributions.Count} distributions, {counts.Length} counts and {groups.Length} groups.", nameof(counts));
        var scores = Enumerable.Range(0, options.Kinds * options.BinsPerKind).Select(_ => new List<double>()).ToArray();
        for (var i = 0; i < counts.Length; i++)
        {
            if ((uint)groups[i] >= (uint)scores.Length) throw new ArgumentException($"Group {groups[i]} lies outside 0 … {scores.Length - 1}.", nameof(groups));
            scores[groups[i]].Add(NestedRanges.MassBefore(distributions[i], counts[i]));
        }
        return new ConformalCounts(options.Coverage, ThresholdsOf(scores, options));
    }

    /// <summary>The range for one row.</summary>
    /// <param name="distribution">What was predicted.</param>
    /// <param name="group">Its group, by the same rule as in calibration.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such group.</exception>
    public CountRange Range(CountDistribution distribution, int group)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        if ((uint)group >= (uint)Thresholds.Length) throw new ArgumentOutOfRangeException(nameof(group), group, "There is no such group.");
        return NestedRanges.UpTo(distribution, Thresholds[group]);
    }

    private static double[] ThresholdsOf(List<double>[] scores, ConformalOptions options)
    {
        var bins = options.BinsPerKind;
        // A kind with too few rows of its own borrows from all kinds together, bin by bin.
        var pooled = Merge([.. Enumerable.Range(0, bins).Select(bin => Enumerable.Range(0, options.Kinds).SelectMany(kind => scores[kind * bins + bin]).ToList())], options);
        return [.. Enumerable.Range(0, options.Kinds)
            .Select(kind => scores[(kind * bins)..((kind + 1) * bins)])
            .SelectMany(own => own.Sum(bin => bin.Count) < options.MinimumRows ? pooled : Merge(own, options))];
    }

    /// <summary>Joins neighbouring bins from the lowest level on until each run has the minimum of rows; a short last run joins the one before.</summary>
    private static double[] Merge(List<double>[] bins, ConformalOptions options)
    {
        var runs = new List<(int End, List<double> Scores)>();
        var open = new List<double>();
        for (var bin = 0; bin < bins.Length; bin++)
        {
            open.AddRange(bins[bin]);
            if (open.Count < options.MinimumRows && (bin < bins.Length - 1 || runs.Count > 0)) continue;
            runs.Add((bin + 1, open));
            open = [];
        }
        if (runs[^1].End < bins.Length)
        {
            runs[^1].Scores.AddRange(open);
            runs[^1] = (bins.Length, runs[^1].Scores);
        }
        var thresholds = new double[bins.Length];
        var start = 0;
        foreach (var (end, scores) in runs)
        {
            thresholds.AsSpan(start, end - start).Fill(Quantile(scores, options.Coverage));
            start = end;
        }
        return thresholds;
    }

    /// <summary>The score at index ⌈(n + 1) · coverage⌉, counted from 1; 1, which lets every range grow to the whole span, where n is too small for the promise.</summary>
    private static double Quantile(List<double> scores, double coverage)
    {
        scores.Sort();
        // (n + 1) · 0.8 must not be lifted over a whole number by a rounding error in its last bits.
        var index = (int)Math.Ceiling((scores.Count + 1) * coverage - 1e-9);
        return index > scores.Count ? 1 : scores[index - 1];
    }
}
