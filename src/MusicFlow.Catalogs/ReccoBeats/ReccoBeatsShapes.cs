using System.Text.Json;
using System.Text.Json.Serialization;

namespace MusicFlow.Catalogs.ReccoBeats;

internal sealed record ReccoBeatsList<T>(IReadOnlyList<T?>? Content)
    where T : class;

/// <summary>Audio features; <see cref="Href"/> is the track's address at Spotify.</summary>
internal sealed record ReccoBeatsFeatures(
    string? Href, string? Isrc, double? Acousticness, double? Danceability, double? Energy, double? Instrumentalness, int? Key, double? Liveness,
    double? Loudness, int? Mode, double? Speechiness, double? Tempo, double? Valence);

internal sealed record ReccoBeatsTrack(string? TrackTitle, IReadOnlyList<ReccoBeatsArtist?>? Artists, double? DurationMs, string? Isrc, string? Href);

internal sealed record ReccoBeatsArtist(string? Name);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, MaxDepth = 12)]
[JsonSerializable(typeof(ReccoBeatsList<ReccoBeatsFeatures>))]
[JsonSerializable(typeof(ReccoBeatsList<ReccoBeatsTrack>))]
internal sealed partial class ReccoBeatsJson : JsonSerializerContext;
