using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MusicFlow.Core.Tracks;

/// <summary>What a person asked for: a link, or a text that may name song and artist in several ways.</summary>
/// <param name="Text">The text, trimmed, at most <see cref="LongestText"/> characters; song and artist where they were named apart.</param>
/// <param name="Link">The track the text links to; <see langword="null"/> when it is no link.</param>
/// <param name="Readings">Ways to read the text, the likeliest first; empty for a link.</param>
public sealed record TrackQuery(string Text, TrackLink? Link, IReadOnlyList<TrackReading> Readings)
{
    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 200;

    /// <summary>Reads a text of any script: <c>song - artist</c>, <c>artist - song</c>, <c>song by artist</c>, either with quotes, a song alone, a link or a Spotify id.</summary>
    /// <param name="text">What the person wrote.</param>
    /// <param name="query">The query, when the text is one.</param>
    /// <param name="problem">Else one sentence that says what is wrong.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TrackQuery? query, [NotNullWhen(false)] out string? problem)
    {
        query = null;
        var trimmed = text?.Trim() ?? "";
        problem = Problem(trimmed);
        if (problem is not null)
            return false;
        if (TrackLink.TryParse(trimmed, out var link))
            query = new TrackQuery(trimmed, link, []);
        else if (LooksLikeLink(trimmed))
            problem = "This link does not lead to a track; send a link to a single song on Spotify, Deezer or Apple Music, or write song - artist.";
        else
            query = new TrackQuery(trimmed, null, TrackReading.AllOf(trimmed));
        return query is not null;
    }

    /// <summary>Makes the query of a song and an artist that were named apart, so that neither has to be guessed; nothing is read as a link.</summary>
    /// <param name="song">Title, in any script.</param>
    /// <param name="artist">Artist, in any script.</param>
    /// <param name="query">The query, when both are names.</param>
    /// <param name="problems">Else what is wrong with each, one sentence or <see langword="null"/>.</param>
    public static bool TryOf(string? song, string? artist, [NotNullWhen(true)] out TrackQuery? query, out (string? Song, string? Artist) problems)
    {
        var (title, name) = (song?.Trim() ?? "", artist?.Trim() ?? "");
        problems = (Problem(title), name.Length == 0 ? "Name the artist, such as: Tame Impala." : Problem(name));
        query = problems is (null, null) ? new TrackQuery($"{title} - {name}", null, [new TrackReading(title, name)]) : null;
        return query is not null;
    }

    static string? Problem(string text)
    {
        if (text.Length == 0)
            return "Name a song, such as: The Less I Know The Better - Tame Impala.";
        if (text.Length > LongestText)
            return $"That is {text.Length} characters long; name the song in at most {LongestText}.";
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || CharUnicodeInfo.GetUnicodeCategory(text[i]) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return "The text holds line breaks or control characters; write the song on one line.";
        }
        return null;
    }

    static bool LooksLikeLink(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || (text.StartsWith("spotify:", StringComparison.OrdinalIgnoreCase) && !text.Contains(' '));
}
