using System.Text.Json.Serialization;

namespace MusicFlow.Catalogs.Spotify;

internal sealed record SpotifyToken(string? AccessToken, int ExpiresIn);

/// <summary>A refusal of the token endpoint.</summary>
internal sealed record SpotifyTokenRefusal(string? Error, string? ErrorDescription);

/// <summary>A refusal of the API.</summary>
internal sealed record SpotifyRefusal(SpotifyError? Error);

internal sealed record SpotifyError(int Status, string? Message, string? Reason);

internal sealed record SpotifySearch(SpotifyPage? Tracks);

/// <summary>A page of results; Spotify puts null where a track has gone.</summary>
internal sealed record SpotifyPage(IReadOnlyList<SpotifyTrack?>? Items);

/// <summary>A track. Development mode leaves out <see cref="Popularity"/> and <see cref="AvailableMarkets"/>.</summary>
internal sealed record SpotifyTrack(
    string? Id, string? Name, double? DurationMs, bool? Explicit, int? Popularity, IReadOnlyList<string?>? AvailableMarkets, bool? IsLocal,
    SpotifyExternalIds? ExternalIds, SpotifyAlbum? Album, IReadOnlyList<SpotifyArtist?>? Artists);

internal sealed record SpotifyExternalIds(string? Isrc);

internal sealed record SpotifyAlbum(string? Name, string? ReleaseDate, IReadOnlyList<SpotifyImage?>? Images);

internal sealed record SpotifyImage(string? Url);

internal sealed record SpotifyArtist(string? Name);

internal sealed record SpotifyFeatures(
    double? Danceability, double? Energy, int? Key, double? Loudness, int? Mode, double? Speechiness, double? Acousticness,
    double? Instrumentalness, double? Liveness, double? Valence, double? Tempo, int? TimeSignature);

/// <summary>An oEmbed description; it names no artist.</summary>
internal sealed record SpotifyEmbed(string? Title, string? ThumbnailUrl);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, MaxDepth = 24)]
[JsonSerializable(typeof(SpotifyToken))]
[JsonSerializable(typeof(SpotifyTokenRefusal))]
[JsonSerializable(typeof(SpotifyRefusal))]
[JsonSerializable(typeof(SpotifySearch))]
[JsonSerializable(typeof(SpotifyTrack))]
[JsonSerializable(typeof(SpotifyFeatures))]
[JsonSerializable(typeof(SpotifyEmbed))]
internal sealed partial class SpotifyJson : JsonSerializerContext;
