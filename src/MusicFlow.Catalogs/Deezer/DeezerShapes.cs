using System.Text.Json.Serialization;

namespace MusicFlow.Catalogs.Deezer;

/// <summary>Any answer: it may be an error although its status is 200.</summary>
internal record DeezerAnswer(DeezerError? Error);

internal sealed record DeezerError(string? Type, string? Message, int Code);

internal sealed record DeezerTracks(IReadOnlyList<DeezerTrack?>? Data, DeezerError? Error) : DeezerAnswer(Error);

/// <summary>A track; a search leaves out what stands behind <see cref="Album"/>.</summary>
internal sealed record DeezerTrack(
    long Id, string? Title, double? Duration, int? ExplicitContentLyrics, DeezerArtist? Artist, DeezerAlbum? Album,
    string? Isrc, string? ReleaseDate, double? Bpm, IReadOnlyList<DeezerArtist?>? Contributors, DeezerError? Error) : DeezerAnswer(Error);

internal sealed record DeezerArtist(string? Name);

internal sealed record DeezerAlbum(string? Title, string? CoverBig, string? CoverXl);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString, MaxDepth = 16)]
[JsonSerializable(typeof(DeezerTracks))]
[JsonSerializable(typeof(DeezerTrack))]
internal sealed partial class DeezerJson : JsonSerializerContext;
