namespace MusicFlow.Learning.Calibration;

/// <summary>Maps scores to probabilities by a rising curve: isotonic regression, straight between the steps, level beyond the ends.</summary>
/// <remarks>Pool adjacent violators (Ayer et al. 1955; Zadrozny &amp; Elkan 2002 for calibration). Immutable; thread-safe.</remarks>
/// <param name="Scores">Scores of the knots, strictly rising, finite; length ≥ 1.</param>
/// <param name="Probabilities">Probability at each knot, never falling, inside (0, 1); same length.</param>
/// <exception cref="ArgumentException">There are no knots, the lengths differ, or the knots do not rise.</exception>
public sealed record IsotonicCalibration(double[] Scores, double[] Probabilities)
{
    /// <summary>Scores of the knots, strictly rising, finite.</summary>
    public double[] Scores { get; } = Scores is { Length: > 0 } && Scores.All(double.IsFinite) && Scores.Zip(Scores.Skip(1)).All(pair => pair.First < pair.Second)
        ? Scores : throw new ArgumentException("The scores of the knots do not rise.", nameof(Scores));

    /// <summary>Probability at each knot, never falling, inside (0, 1).</summary>
    public double[] Probabilities { get; } = Probabilities is not null && Probabilities.Length == Scores.Length
        && Probabilities.All(p => p is > 0 and < 1) && Probabilities.Zip(Probabilities.Skip(1)).All(pair => pair.First <= pair.Second)
        ? Probabilities : throw new ArgumentException("The probabilities of the knots fall or are none.", nameof(Probabilities));

    /// <summary>Learns the curve.</summary>
    /// <param name="scores">Score of each row, finite; higher means more likely. Length rows ≥ 1.</param>
    /// <param name="outcomes">Whether it happened; length rows.</param>
    /// <returns>Probabilities are held within 1 / (n + 2) and 1 − 1 / (n + 2): n rows can prove nothing surer (Laplace's rule of succession).</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a score is not finite.</exception>
    public static IsotonicCalibration Fit(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        if (scores.IsEmpty || scores.Length != outcomes.Length) throw new ArgumentException($"{scores.Length} scores for {outcomes.Length} outcomes.", nameof(scores));
        var keys = scores.ToArray();
        if (!keys.All(double.IsFinite)) throw new ArgumentException("A score is not finite.", nameof(scores));
        var happened = Array.ConvertAll(outcomes.ToArray(), outcome => outcome ? 1.0 : 0);
        Array.Sort(keys, happened);
        var floor = 1.0 / (keys.Length + 2);
        var (at, values) = (new List<double>(), new List<double>());
        foreach (var block in Pool(keys, happened))
        {
            var value = Math.Clamp(block.Sum / block.Rows, floor, 1 - floor);
            at.Add(block.First);
            values.Add(value);
            if (block.Last == block.First) continue;
            at.Add(block.Last);
            values.Add(value);
        }
        return new IsotonicCalibration([.. at], [.. values]);
    }

    /// <summary>The probability of a score.</summary>
    /// <exception cref="ArgumentException">The score is NaN.</exception>
    public double Apply(double score)
    {
        if (double.IsNaN(score)) throw new ArgumentException("The score is NaN.", nameof(score));
        var at = Array.BinarySearch(Scores, score);
        if (at >= 0) return Probabilities[at];
        at = ~at;
        if (at == 0) return Probabilities[0];
        if (at == Scores.Length) return Probabilities[^1];
        var share = (score - Scores[at - 1]) / (Scores[at] - Scores[at - 1]);
        return Probabilities[at - 1] + share * (Probabilities[at] - Probabilities[at - 1]);
    }

    /// <summary>Blocks of equal value: each new score is a block, and a block joins the one before while its mean is not higher.</summary>
    private static List<(double First, double Last, double Sum, int Rows)> Pool(double[] scores, double[] happened)
    {
        var blocks = new List<(double First, double Last, double Sum, int Rows)>();
        for (var i = 0; i < scores.Length; i++)
        {
            var block = (First: scores[i], Last: scores[i], Sum: happened[i], Rows: 1);
            for (; i + 1 < scores.Length && scores[i + 1] == block.First; i++) block = block with { Sum = block.Sum + happened[i + 1], Rows = block.Rows + 1 };
            // Products of whole numbers: the comparison of the two means is exact.
            while (blocks.Count > 0 && blocks[^1].Sum * block.Rows >= block.Sum * blocks[^1].Rows)
            {
                block = (blocks[^1].First, block.Last, blocks[^1].Sum + block.Sum, blocks[^1].Rows + block.Rows);
                blocks.RemoveAt(blocks.Count - 1);
            }
            blocks.Add(block);
        }
        return blocks;
    }
}
