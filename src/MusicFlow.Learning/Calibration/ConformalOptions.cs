namespace MusicFlow.Learning.Calibration;

/// <summary>What <see cref="ConformalCounts"/> promises, and how its groups are numbered: by kind (say known or unknown artist), then by bin of the predicted level.</summary>
public sealed record ConformalOptions
{
    /// <summary>Promised share of outcomes inside the range. In (0, 1). The default lies a point above the 80 % that users are told, so that chance does not take a tenth of the levels far below it.</summary>
    public double Coverage { get; init; } = 0.81;

    /// <summary>Number of kinds. 1 … 1000.</summary>
    public int Kinds { get; init; } = 1;

    /// <summary>Bins of the predicted level within a kind, from low to high; only bins of one kind are ever merged. 1 … 1000.</summary>
    public int BinsPerKind { get; init; } = 10;

    /// <summary>Calibration rows that a group needs to stand alone. ≥ 1; below 1 / (1 − coverage) ranges become the whole span.</summary>
    public int MinimumRows { get; init; } = 50;

    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal void Check()
    {
        Refuse(!(Coverage is > 0 and < 1), nameof(Coverage));
        Refuse(Kinds is < 1 or > 1000, nameof(Kinds));
        Refuse(BinsPerKind is < 1 or > 1000, nameof(BinsPerKind));
        Refuse(MinimumRows < 1, nameof(MinimumRows));
    }

    private static void Refuse(bool wrong, string setting)
    {
        if (wrong) throw new ArgumentException($"{setting} is out of its range.", setting);
    }
}
