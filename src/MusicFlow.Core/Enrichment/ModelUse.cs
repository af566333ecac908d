using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>What facts of a provider may be used for, beyond being shown.</summary>
public enum ModelUse
{
    /// <summary>Shown only: to a model they are unknown.</summary>
    Never,

    /// <summary>They may be an input of a prediction.</summary>
    Serve,

    /// <summary>They may also be learnt from.</summary>
    Train,
}

/// <summary>Decides by its source what a fact may be used for: the one place where the setting <c>UseForModel</c> takes effect. Immutable; thread-safe.</summary>
/// <param name="uses">The use of each provider by its name; whatever was imported under another name may be learnt from.</param>
public sealed class FactPolicy(IReadOnlyDictionary<string, ModelUse> uses)
{
    /// <summary>Everything may be learnt from: for data that the host imported.</summary>
    public static FactPolicy Open { get; } = new(new Dictionary<string, ModelUse>(StringComparer.Ordinal));

    /// <summary>The use of each provider.</summary>
    public IReadOnlyDictionary<string, ModelUse> Uses => uses;

    /// <summary>The use of a source.</summary>
    /// <param name="source">Its name.</param>
    public ModelUse UseOf(string source) => uses.GetValueOrDefault(source, ModelUse.Train);

    /// <summary>The facts that may be inputs of a prediction; the others are unknown.</summary>
    /// <param name="track">Facts of a track.</param>
    public TrackFacts ForServing(TrackFacts track) => uses.Values.All(use => use >= ModelUse.Serve) ? track : Keep(track, ModelUse.Serve);

    /// <summary>The facts that may be learnt from, or <see langword="null"/> when the track itself is known only through a provider that allows no learning.</summary>
    /// <param name="track">Facts of a track.</param>
    public TrackFacts? ForTraining(TrackFacts track)
    {
        if (uses.Values.All(use => use >= ModelUse.Train))
            return track;
        return Keep(track, ModelUse.Train) is { Title: not null, Artists: not null } kept ? kept : null;
    }

    TrackFacts Keep(TrackFacts track, ModelUse least) => TrackMerge.Where(track, source => UseOf(source.Name) >= least);
}
