namespace MusicFlow.Core.Features;

/// <summary>What is known around a track: each part may be absent, then its features are missing.</summary>
public sealed record Surroundings
{
    /// <summary>Nothing is known but the track itself.</summary>
    public static Surroundings None { get; } = new();

    /// <summary>The catalogue's shelves, by artist.</summary>
    public CatalogueShelves? Catalogue { get; init; }

    /// <summary>The listener's plays up to the cut-off.</summary>
    public HistoryProfile? History { get; init; }

    /// <summary>How the tracks sound that the listener plays.</summary>
    public PlayedSounds? Sounds { get; init; }

    /// <summary>The listener's saved library.</summary>
    public LibraryProfile? Library { get; init; }
}
