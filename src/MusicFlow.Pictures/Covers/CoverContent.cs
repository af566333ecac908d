namespace MusicFlow.Pictures.Covers;

/// <summary>What a generated cover is made of. Same content, same cover.</summary>
/// <remarks>A figure that is <see langword="null"/>, not a number or outside its range counts as unknown and gets a calm middle value.</remarks>
public sealed record CoverContent
{
    /// <summary>What tells songs apart: a track's id or key. Any text.</summary>
    public required string Seed { get; init; }

    /// <summary>Energy, 0–1: contrast and number of shapes.</summary>
    public double? Energy { get; init; }

    /// <summary>Valence, 0–1: from cool to warm colours.</summary>
    public double? Valence { get; init; }

    /// <summary>Tempo in beats per minute, above 0: how close waves follow each other.</summary>
    public double? TempoBpm { get; init; }

    /// <summary>Acousticness, 0–1: softness of edges.</summary>
    public double? Acousticness { get; init; }

    /// <summary>Danceability, 0–1: how far shapes swing.</summary>
    public double? Danceability { get; init; }
}
