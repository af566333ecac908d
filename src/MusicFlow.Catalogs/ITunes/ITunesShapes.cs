using System.Text.Json;
using System.Text.Json.Serialization;

namespace MusicFlow.Catalogs.ITunes;

internal sealed record ITunesSongs(IReadOnlyList<ITunesSong?>? Results);

internal sealed record ITunesSong(
    string? Kind, long? TrackId, string? TrackName, string? ArtistName, string? CollectionName, string? ReleaseDate, string? TrackExplicitness,
    double? TrackTimeMillis, string? PrimaryGenreName, string? ArtworkUrl100);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, MaxDepth = 8)]
[JsonSerializable(typeof(ITunesSongs))]
internal sealed partial class ITunesJson : JsonSerializerContext;
