namespace MusicFlow.Core.Features;

/// <summary>What a feature speaks of; reasons are told by group.</summary>
public enum FeatureGroup
{
    /// <summary>How the recording sounds: the audio features.</summary>
    Sound,

    /// <summary>What is printed on the sleeve: popularity, release, title, artists.</summary>
    Metadata,

    /// <summary>The artist's other tracks in the catalogue.</summary>
    Catalogue,

    /// <summary>What the listener played of this artist and album, this track's own plays excluded.</summary>
    History,

    /// <summary>The tracks that the listener plays and that sound most alike.</summary>
    Neighbours,

    /// <summary>What the listener saved of this artist and album, this track excluded.</summary>
    Library,

    /// <summary>The listener's earlier plays of this very track; only for forecasts of songs already played.</summary>
    OwnPlays,
}
