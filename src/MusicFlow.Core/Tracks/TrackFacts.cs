namespace MusicFlow.Core.Tracks;

/// <summary>All that is known of a track; <see langword="null"/> means unknown, and every known field names its source.</summary>
/// <remarks>Audio features are defined as in Spotify's Web API reference, <c>audio-features</c>. Immutable.</remarks>
public sealed record TrackFacts
{
    /// <summary>Its id in the local catalogue; <see langword="null"/> for facts that were not read from there.</summary>
    public TrackId? Id { get; init; }

    /// <summary>Official title, such as <c>The Less I Know The Better</c>.</summary>
    public Fact<string>? Title { get; init; }

    /// <summary>Artists in billing order, the primary one first; never empty when known.</summary>
    public Fact<IReadOnlyList<string>>? Artists { get; init; }

    /// <summary>Title of the album.</summary>
    public Fact<string>? Album { get; init; }

    /// <summary>When the album came out.</summary>
    public Fact<ReleaseDate>? Released { get; init; }

    /// <summary>Genre as its source names it.</summary>
    public Fact<string>? Genre { get; init; }

    /// <summary>Spotify track id, 22 base-62 characters.</summary>
    public Fact<string>? SpotifyId { get; init; }

    /// <summary>International Standard Recording Code, 12 characters.</summary>
    public Fact<string>? Isrc { get; init; }

    /// <summary>Deezer track id, a number.</summary>
    public Fact<string>? DeezerId { get; init; }

    /// <summary>Apple Music track id, a number.</summary>
    public Fact<string>? AppleId { get; init; }

    /// <summary>MusicBrainz recording id, a UUID.</summary>
    public Fact<string>? MusicBrainzId { get; init; }

    /// <summary>Address of the cover at its source (https); shown unaltered and with a link to the source, never stored as a picture.</summary>
    public Fact<Uri>? Cover { get; init; }

    /// <summary>Whether the lyrics are marked explicit.</summary>
    public Fact<bool>? Explicit { get; init; }

    /// <summary>Popularity, 0–100, as of its source's date.</summary>
    public Fact<double>? Popularity { get; init; }

    /// <summary>Number of markets in which the track can be streamed.</summary>
    public Fact<int>? AvailableMarkets { get; init; }

    /// <summary>Length in milliseconds.</summary>
    public Fact<double>? DurationMs { get; init; }

    /// <summary>Suitability for dancing, 0–1.</summary>
    public Fact<double>? Danceability { get; init; }

    /// <summary>Intensity, 0–1.</summary>
    public Fact<double>? Energy { get; init; }

    /// <summary>Pitch class, 0 = C … 11 = B; −1 when no key was detected.</summary>
    public Fact<int>? Key { get; init; }

    /// <summary>1 major, 0 minor.</summary>
    public Fact<int>? Mode { get; init; }

    /// <summary>Mean loudness in dB, typically −60 to 0.</summary>
    public Fact<double>? LoudnessDb { get; init; }

    /// <summary>Presence of spoken words, 0–1.</summary>
    public Fact<double>? Speechiness { get; init; }

    /// <summary>Confidence that the track is acoustic, 0–1.</summary>
    public Fact<double>? Acousticness { get; init; }

    /// <summary>Confidence that the track has no vocals, 0–1.</summary>
    public Fact<double>? Instrumentalness { get; init; }

    /// <summary>Presence of an audience, 0–1.</summary>
    public Fact<double>? Liveness { get; init; }

    /// <summary>Musical positiveness, 0–1.</summary>
    public Fact<double>? Valence { get; init; }

    /// <summary>Tempo in beats per minute.</summary>
    public Fact<double>? TempoBpm { get; init; }

    /// <summary>Beats per bar, 3–7.</summary>
    public Fact<int>? TimeSignature { get; init; }

    /// <summary>Adds what another description knows and this one does not; known facts stay.</summary>
    /// <param name="other">Facts of the same recording from a source further down the order of priority.</param>
    public TrackFacts FillFrom(TrackFacts other) => TrackMerge.Merge(this, other, static (_, _) => false);

    /// <summary>Takes up an import: fills gaps, lets a source refresh its own older facts, and lets any source replace starter facts.</summary>
    /// <param name="other">Facts of the same recording from an import or a provider; its gaps blank nothing.</param>
    public TrackFacts RefreshFrom(TrackFacts other) => TrackMerge.Merge(this, other, TrackMerge.ImportReplaces);
}
