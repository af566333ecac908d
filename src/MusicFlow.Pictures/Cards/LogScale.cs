namespace MusicFlow.Pictures.Cards;

/// <summary>Places streams on a line by their logarithm: equal factors are equal lengths.</summary>
internal sealed class LogScale
{
    /// <summary>Least number of streams that has a place.</summary>
    public const double Least = 0.01;

    static readonly double[] Round = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>Every third round number, for lines that reach far.</summary>
    static readonly double[] Decades = [0.01, 0.1, 1, 10, 100, 1000];

    readonly float left;
    readonly float width;
    readonly double low;
    readonly double high;

    /// <param name="values">The streams to place, at least one.</param>
    /// <param name="left">Left end of the line in pixels.</param>
    /// <param name="width">Length of the line in pixels.</param>
    public LogScale(IReadOnlyCollection<double> values, float left, float width)
    {
        // At least a factor of four, so that a small difference does not look like a large one.
        const double LeastSpan = 1.386;
        (this.left, this.width) = (left, width);
        (low, high) = (Math.Log(Math.Max(Least, values.Min())), Math.Log(Math.Max(Least, values.Max())));
        var missing = Math.Max(0, LeastSpan - (high - low)) / 2;
        (low, high) = (low - missing, high + missing);
    }

    /// <summary>Round numbers that lie on the line.</summary>
    public IEnumerable<double> Ticks => (high - low > 4.5 ? Decades : Round).Where(value => Math.Log(value) >= low - 0.05 && Math.Log(value) <= high + 0.05);

    /// <summary>Place of a number of streams in pixels; outside the line only where the number was not among those it was made for.</summary>
    public float this[double streams] => left + width * (float)((Math.Log(Math.Max(Least, streams)) - low) / (high - low));
}
