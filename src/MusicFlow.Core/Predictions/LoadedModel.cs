using MusicFlow.Core.Features;

namespace MusicFlow.Core.Predictions;

/// <summary>A model ready to answer.</summary>
/// <param name="Metadata">What it is.</param>
/// <param name="Model">The model.</param>
/// <param name="Features">Its features, in order.</param>
public sealed record LoadedModel(ModelMetadata Metadata, IMarginModel Model, IReadOnlyList<Feature> Features)
{
    private readonly HashSet<string> _withheld = new(Metadata.Withheld, StringComparer.Ordinal);

    /// <summary>Features that are always blank.</summary>
    public IReadOnlySet<string> Withheld => _withheld;
}
