using System.Text.Json.Serialization;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Web.Api;

/// <summary>What went wrong (RFC 9457, <c>application/problem+json</c>), with the members that MusicFlow's clients read.</summary>
internal sealed record ApiProblem
{
    /// <summary>Always <c>about:blank</c>: the status says what kind it is.</summary>
    public string Type { get; init; } = "about:blank";

    /// <summary>The status in words.</summary>
    public required string Title { get; init; }

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What happened and what to do, one sentence.</summary>
    public required string Detail { get; init; }

    /// <summary>Which step failed: <c>search_track_url</c> (no such song), <c>validation</c>, <c>rate_limit</c>, <c>prediction</c>, <c>providers</c> (music services out of reach), <c>request</c> or <c>internal</c>.</summary>
    public required string FailureType { get; init; }

    /// <summary><c>failed</c> where another request may succeed, <c>failure</c> where the server is at fault.</summary>
    public required string StatusText { get; init; }

    /// <summary>The id under which the log knows this request.</summary>
    public required string RequestId { get; init; }

    /// <summary>Problems by parameter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Songs that may have been meant, the likeliest first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SongMetadata>? Choices { get; init; }
}

/// <summary>What an API can refuse, before it is tied to a request.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="FailureType">See <see cref="ApiProblem.FailureType"/>.</param>
/// <param name="Detail">See <see cref="ApiProblem.Detail"/>.</param>
internal sealed record Refusal(int Status, string FailureType, string Detail)
{
    /// <summary>See <see cref="ApiProblem.Errors"/>.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>See <see cref="ApiProblem.Choices"/>.</summary>
    public IReadOnlyList<SongMetadata>? Choices { get; init; }

    /// <summary>Parameters are missing or wrong.</summary>
    public static Refusal Of(IReadOnlyDictionary<string, string[]> errors) =>
        new(422, "validation", string.Join(' ', errors.Select(error => $"{error.Key}: {error.Value[0]}"))) { Errors = errors };

    /// <summary>Several songs fit: a program has to name one.</summary>
    public static Refusal Of(TrackMatch.Several several) => new(404, "search_track_url", "Several songs fit alike; ask for one of the choices by its full name.")
    {
        Choices = [.. several.Tracks.Select(SongMetadata.Of)],
    };

    /// <summary>No song; where a service that may know it gave no answer, nobody can say so yet.</summary>
    public static Refusal Of(TrackMatch.None none) => (none.Away.Count > 0
        ? new Refusal(503, "providers", $"The catalogue does not hold this song, and {string.Join(", ", none.Away)} did not answer; try again later.")
        : new Refusal(404, "search_track_url", "No source knows this song; check the spelling, or try another one.")) with
    {
        Choices = [.. none.Nearest.Select(scored => SongMetadata.Of(scored.Track))],
    };
}
