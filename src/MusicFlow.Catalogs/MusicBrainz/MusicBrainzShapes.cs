using System.Text.Json.Serialization;

namespace MusicFlow.Catalogs.MusicBrainz;

internal sealed record MusicBrainzRecordings(IReadOnlyList<MusicBrainzRecording?>? Recordings);

/// <summary>A recording; <see cref="Length"/> in milliseconds.</summary>
internal sealed record MusicBrainzRecording(
    string? Id, string? Title, double? Length, bool? Video, IReadOnlyList<MusicBrainzCredit?>? ArtistCredit, string? FirstReleaseDate,
    IReadOnlyList<MusicBrainzRelease?>? Releases, IReadOnlyList<string?>? Isrcs, IReadOnlyList<MusicBrainzTag?>? Tags);

internal sealed record MusicBrainzCredit(string? Name);

internal sealed record MusicBrainzRelease(string? Id, string? Title, string? Status);

internal sealed record MusicBrainzTag(int Count, string? Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString, MaxDepth = 24)]
[JsonSerializable(typeof(MusicBrainzRecordings))]
[JsonSerializable(typeof(MusicBrainzRecording))]
internal sealed partial class MusicBrainzJson : JsonSerializerContext;
