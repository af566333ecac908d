using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>Two sources say different things of one fact.</summary>
/// <param name="Name">The fact, as <see cref="TrackFact"/> names it, such as <c>tempo</c>.</param>
/// <param name="Value">What the other source says.</param>
/// <param name="Source">The other source.</param>
public sealed record FactConflict(string Name, object Value, FactSource Source)
{
    /// <summary>A figure may differ by this share of itself before it counts as another one.</summary>
    const double Tolerance = 0.01;

    /// <summary>What answers say against the facts that were chosen; spelling of names and addresses of covers aside.</summary>
    /// <param name="chosen">The chosen facts.</param>
    /// <param name="answers">All that was answered.</param>
    public static IReadOnlyList<FactConflict> Of(TrackFacts chosen, IEnumerable<TrackFacts> answers)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(answers);
        var held = TrackFact.Of(chosen).ToDictionary(fact => fact.Name, StringComparer.Ordinal);
        return
        [
            .. answers.SelectMany(TrackFact.Of)
                .Where(fact => fact is { Value: not null, Source: not null, Name: not ("cover" or "artists") })
                .Where(fact => held[fact.Name] is { Value: { } mine, Source: { } source } && source.Name != fact.Source!.Name && !IsSame(mine, fact.Value!))
                .Select(fact => new FactConflict(fact.Name, fact.Value!, fact.Source!))
                .Distinct(),
        ];
    }

    static bool IsSame(object mine, object theirs) => (mine, theirs) switch
    {
        (double left, double right) => Math.Abs(left - right) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(left), Math.Abs(right))),
        // A date that is known less precisely is the beginning of the other.
        (string left, string right) => IsStart(PlainText.Fold(left), PlainText.Fold(right)),
        _ => Equals(mine, theirs),
    };

    static bool IsStart(string left, string right) => left == right
        || (ReleaseDate.TryParse(left.Replace(' ', '-'), out _) && ReleaseDate.TryParse(right.Replace(' ', '-'), out _)
            && (left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal)));
}
