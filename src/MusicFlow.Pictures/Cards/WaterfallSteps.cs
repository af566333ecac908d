namespace MusicFlow.Pictures.Cards;

/// <summary>The reasons that are drawn, and the streams before the first and after each.</summary>
/// <param name="Reasons">At most eight.</param>
/// <param name="Running">One more than reasons.</param>
internal sealed record WaterfallSteps(IReadOnlyList<WaterfallReason> Reasons, IReadOnlyList<double> Running)
{
    /// <exception cref="ArgumentException">An end is not a number, or a factor not a number above 0.</exception>
    public static WaterfallSteps Of(ContributionWaterfallContent content)
    {
        if (!double.IsFinite(content.Start.Streams) || !double.IsFinite(content.End.Streams))
            throw new ArgumentException("A waterfall cannot begin or end at what is not a number.", nameof(content));
        List<WaterfallReason> reasons = [.. content.Reasons.Take(ContributionWaterfallContent.MostReasons)];
        List<double> running = [Math.Max(LogScale.Least, content.Start.Streams)];
        foreach (var reason in reasons)
        {
            if (!double.IsFinite(reason.Factor) || reason.Factor <= 0)
                throw new ArgumentException($"A reason has the factor {reason.Factor}; factors are numbers above 0.", nameof(content));
            running.Add(Math.Clamp(running[^1] * reason.Factor, LogScale.Least, 1000));
        }
        return new(reasons, running);
    }
}
