using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Web.Api;

/// <summary>The song that a request asks about.</summary>
/// <param name="Song">Parameter <c>song</c> as sent; answers echo it.</param>
/// <param name="Artist">Parameter <c>artist</c> as sent; answers echo it.</param>
/// <param name="Query">The two, ready to be looked up.</param>
internal sealed record SongQuestion(string Song, string Artist, TrackQuery Query)
{
    /// <summary>Name of the parameter.</summary>
    public const string SongName = "song";

    /// <inheritdoc cref="SongName"/>
    public const string ArtistName = "artist";

    /// <summary>Reads <c>song</c> and <c>artist</c>, each exactly once, 1–200 characters, no control characters.</summary>
    /// <param name="parameters">Of the query string or the form.</param>
    /// <param name="question">The question, when both are right.</param>
    /// <param name="errors">Else the problems of each parameter.</param>
    public static bool TryRead(IEnumerable<KeyValuePair<string, StringValues>> parameters, [NotNullWhen(true)] out SongQuestion? question, out Dictionary<string, string[]> errors)
    {
        var (song, artist) = (Values(parameters, SongName), Values(parameters, ArtistName));
        errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var isQuery = TrackQuery.TryOf(song.FirstOrDefault(), artist.FirstOrDefault(), out var query, out var problems);
        Add(errors, SongName, song.Length > 1 ? "Send it once." : problems.Song);
        Add(errors, ArtistName, artist.Length > 1 ? "Send it once." : problems.Artist);
        question = isQuery && errors.Count == 0 ? new SongQuestion(song[0], artist[0], query!) : null;
        return question is not null;
    }

    static string[] Values(IEnumerable<KeyValuePair<string, StringValues>> parameters, string name) =>
        [.. parameters.Where(parameter => parameter.Key == name).SelectMany(parameter => parameter.Value).OfType<string>()];

    static void Add(Dictionary<string, string[]> errors, string name, string? problem)
    {
        if (problem is not null) errors[name] = [problem];
    }
}
