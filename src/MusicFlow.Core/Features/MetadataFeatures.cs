using MusicFlow.Core.Tracks;
using static MusicFlow.Core.Features.FeatureGroup;

namespace MusicFlow.Core.Features;

/// <summary>What the sleeve says beyond the seed's features: age and the marks in the title.</summary>
internal static class MetadataFeatures
{
    private const double DaysPerYear = 365.2425;

    public static IReadOnlyList<Feature> All { get; } =
    [
        Feature.OfFact("age_years", Metadata, ("years", 0, 300), "age of the release", t => t.Released, _ => null) with { Compute = AgeYears },
        Mark("title_is_remix", "a remix", marks => marks.IsRemix),
        Mark("title_is_live", "a live recording", marks => marks.IsLive),
        Mark("title_is_remaster", "a remaster", marks => marks.IsRemaster),
        Mark("title_is_acoustic", "an acoustic version", marks => marks.IsAcoustic),
        Mark("title_has_guest", "a guest artist", marks => marks.HasGuest),
        Mark("title_has_parenthesis", "an addition in parentheses", marks => marks.HasBrackets),
        Feature.OfFact("title_length", Metadata, ("characters", 0, 1000), "length of the title", t => t.Title, v => Math.Min(v.Length, 1000)),
    ];

    private static Feature Mark(string name, string meaning, Func<TitleMarks, bool> mark) =>
        Feature.OfFact(name, Metadata, ("", 0, 1), meaning, t => t.Title, v => mark(TitleMarks.Of(v)) ? 1 : 0);

    /// <summary>Years between the release and the cut-off, to the year as releases are often known no better; never negative.</summary>
    private static double? AgeYears(FeatureRequest request)
    {
        if (request.Track.Released is not { } released) return null;
        var cutOffYear = request.CutOff.Year + ((request.CutOff.DayOfYear - 1) / DaysPerYear);
        return Math.Max(0, cutOffYear - released.Value.Year);
    }
}
