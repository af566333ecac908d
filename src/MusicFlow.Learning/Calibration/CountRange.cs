namespace MusicFlow.Learning.Calibration;

/// <summary>A closed range of counts.</summary>
/// <param name="Low">Least count, ≥ 0.</param>
/// <param name="High">Greatest count, at least <paramref name="Low"/>; the cap means "cap or more".</param>
public readonly record struct CountRange(int Low, int High)
{
    /// <summary>High − low; 0 for a single count.</summary>
    public int Width => High - Low;

    /// <summary>Whether the count lies in the range, both ends included.</summary>
    public bool Contains(int count) => Low <= count && count <= High;
}
