using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>Groups of facts that a provider may add and that are asked for together.</summary>
[Flags]
public enum TrackFields
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Title and artists.</summary>
    Names = 1 << 0,

    /// <summary>Title of the album.</summary>
    Album = 1 << 1,

    /// <summary>Release date.</summary>
    Released = 1 << 2,

    /// <summary>Genre.</summary>
    Genre = 1 << 3,

    /// <summary>Explicit mark.</summary>
    Explicit = 1 << 4,

    /// <summary>Popularity.</summary>
    Popularity = 1 << 5,

    /// <summary>Number of markets.</summary>
    Markets = 1 << 6,

    /// <summary>Length.</summary>
    Duration = 1 << 7,

    /// <summary>The audio features, danceability to valence.</summary>
    Sound = 1 << 8,

    /// <summary>Tempo, which some know without the other audio features.</summary>
    Tempo = 1 << 9,

    /// <summary>ISRC.</summary>
    Isrc = 1 << 10,

    /// <summary>Address of the cover.</summary>
    Cover = 1 << 11,
}

/// <summary>Reads from a track which fields are missing, and which of them an answer is worth waiting for.</summary>
public static class TrackGaps
{
    /// <summary>Without these a prediction is hardly more than a guess: somebody who asks waits for them.</summary>
    public const TrackFields Essential = TrackFields.Sound | TrackFields.Duration | TrackFields.Released;

    /// <summary>What a model looks at: whoever waits for the essential ones waits for these too.</summary>
    public const TrackFields ForModel = Essential | TrackFields.Tempo | TrackFields.Explicit | TrackFields.Popularity | TrackFields.Markets;

    /// <summary>The fields that are unknown.</summary>
    /// <param name="track">Facts of a track.</param>
    public static TrackFields Of(TrackFacts track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return If(track is { Title: null } or { Artists: null }, TrackFields.Names)
            | If(track.Album is null, TrackFields.Album)
            | If(track.Released is null, TrackFields.Released)
            | If(track.Genre is null, TrackFields.Genre)
            | If(track.Explicit is null, TrackFields.Explicit)
            | If(track.Popularity is null, TrackFields.Popularity)
            | If(track.AvailableMarkets is null, TrackFields.Markets)
            | If(track.DurationMs is null, TrackFields.Duration)
            | If(track is { Danceability: null } or { Energy: null } or { Valence: null }, TrackFields.Sound)
            | If(track.TempoBpm is null, TrackFields.Tempo)
            | If(track.Isrc is null, TrackFields.Isrc)
            | If(track.Cover is null, TrackFields.Cover);
    }

    /// <summary>What a waiting person gains from: what the model looks at, and the ISRC as long as the sound is asked for by it.</summary>
    internal static TrackFields WorthWaitingFor(TrackFields missing) =>
        missing & (ForModel | If((missing & TrackFields.Sound) != TrackFields.None, TrackFields.Isrc));

    static TrackFields If(bool condition, TrackFields fields) => condition ? fields : TrackFields.None;
}
