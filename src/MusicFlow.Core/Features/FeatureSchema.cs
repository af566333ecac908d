using System.Collections.Frozen;

namespace MusicFlow.Core.Features;

/// <summary>Every feature there is, in the one order in which vectors are laid out.</summary>
public static class FeatureSchema
{
    /// <summary>All features: the seed's 33 first, then metadata, catalogue, history, neighbours, library and own plays.</summary>
    public static IReadOnlyList<Feature> All { get; } =
    [
        .. SeedFeatures.All, .. MetadataFeatures.All, .. CatalogueFeatures.All, .. HistoryFeatures.All,
        .. NeighbourFeatures.All, .. LibraryFeatures.All, .. OwnPlayFeatures.All,
    ];

    /// <summary>The 33 features of the seed's own recipe.</summary>
    public static IReadOnlyList<Feature> Seed => SeedFeatures.All;

    /// <summary>Features that speak of the track alone, so that they serve any listener with any catalogue.</summary>
    public static IReadOnlyList<Feature> AnyListener { get; } = [.. SeedFeatures.All, .. MetadataFeatures.All];

    /// <summary>Features for a song that the listener never played.</summary>
    public static IReadOnlyList<Feature> OneListener { get; } = [.. All.Where(f => f.Group != FeatureGroup.OwnPlays)];

    private static readonly FrozenDictionary<string, Feature> ByName = All.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>The features of the given names, in the given order.</summary>
    /// <exception cref="ArgumentException">A name is not known here: the model was made by another version.</exception>
    public static IReadOnlyList<Feature> Named(IEnumerable<string> names) =>
        [.. names.Select(name => ByName.GetValueOrDefault(name)
            ?? throw new ArgumentException($"This version knows no feature named \"{name}\"; the model was made by another version.", nameof(names)))];

    /// <summary>Computes the given features of one request: the only way a vector comes to be, in training and in serving.</summary>
    /// <param name="features">The features wanted, in order.</param>
    /// <param name="request">The track, the moment and what is known around it.</param>
    /// <param name="withheld">Features that are blanked (see <see cref="Training.ProvenanceGuard"/>), length features; <see langword="null"/> blanks none.</param>
    /// <param name="vector">Receives one float32 per feature, NaN when unknown or withheld. Length features.</param>
    public static void Compute(IReadOnlyList<Feature> features, FeatureRequest request, IReadOnlySet<string>? withheld, Span<float> vector)
    {
        if (vector.Length != features.Count) throw new ArgumentException($"A vector of {vector.Length} values cannot hold {features.Count} features.", nameof(vector));
        for (var i = 0; i < features.Count; i++)
            vector[i] = withheld?.Contains(features[i].Name) == true ? float.NaN : features[i].Value(request);
    }
}
