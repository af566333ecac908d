using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MusicFlow.Core.Tracks;

/// <summary>Why a text is no query.</summary>
public enum QueryFault
{
    /// <summary>There is no text.</summary>
    Empty,

    /// <summary>It is longer than <see cref="TrackQuery.LongestText"/>.</summary>
    TooLong,

    /// <summary>It holds line breaks, control characters or half a character.</summary>
    ControlCharacters,

    /// <summary>It is a link, but not to a track of a service that is known here.</summary>
    NotATrackLink,
}

/// <summary>What a person asked for: a link, or a text that may name song and artist in several ways.</summary>
/// <param name="Text">The text, trimmed, at most <see cref="LongestText"/> characters; song and artist where they were named apart.</param>
/// <param name="Link">The track the text links to; <see langword="null"/> when it is no link.</param>
/// <param name="Readings">Ways to read the text, the likeliest first; empty for a link.</param>
public sealed record TrackQuery(string Text, TrackLink? Link, IReadOnlyList<TrackReading> Readings)
{
    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 200;

    /// <summary>The words to search for: song and artist as written, or without guests and editions where the text names some, because their rare words lead a search astray.</summary>
    public string SearchWords => Readings switch
    {
        [] => Text,
        [{ Artist: null } song, ..] => TitleText.HasAdditions(song.Song) ? TitleText.OfSong(song.Song) : song.Song,
        [var both, ..] => TitleText.HasAdditions($"{both.Song} {both.Artist}") ? $"{TitleText.OfSong(both.Song)} {TitleText.OfSong(both.Artist!)}" : $"{both.Song} {both.Artist}",
    };

    /// <summary>Reads a text of any script: <c>song - artist</c>, <c>artist - song</c>, <c>song by artist</c>, either with quotes, a song alone, a link or a Spotify id.</summary>
    /// <param name="text">What the person wrote.</param>
    /// <param name="query">The query, when the text is one.</param>
    /// <param name="problem">Else one sentence that says what is wrong.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TrackQuery? query, [NotNullWhen(false)] out string? problem)
    {
        var fault = FaultOf(text);
        problem = fault is { } known ? Sentence(known, text?.Trim().Length ?? 0) : null;
        query = fault is null ? Of(text!.Trim()) : null;
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

    static string? Problem(string text) => TextFaultOf(text) is { } fault ? Sentence(fault, text.Length) : null;

    /// <summary>Why a text is no query; <see langword="null"/> when it is one.</summary>
    /// <param name="text">What the person wrote.</param>
    public static QueryFault? FaultOf(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        return TextFaultOf(trimmed) ?? (LooksLikeLink(trimmed) && !TrackLink.TryParse(trimmed, out _) ? QueryFault.NotATrackLink : null);
    }

    static QueryFault? TextFaultOf(string text) => text.Length switch
    {
        0 => QueryFault.Empty,
        > LongestText => QueryFault.TooLong,
        _ => HoldsControls(text) ? QueryFault.ControlCharacters : null,
    };

    static TrackQuery Of(string text) => TrackLink.TryParse(text, out var link) ? new TrackQuery(text, link, []) : new TrackQuery(text, null, TrackReading.AllOf(text));

    static string Sentence(QueryFault fault, int length) => fault switch
    {
        QueryFault.Empty => "Name a song, such as: The Less I Know The Better - Tame Impala.",
        QueryFault.TooLong => $"That is {length} characters long; name the song in at most {LongestText}.",
        QueryFault.ControlCharacters => "The text holds line breaks or control characters; write the song on one line.",
        QueryFault.NotATrackLink => "This link does not lead to a track; send a link to a single song on Spotify, Deezer or Apple Music, or write song - artist.",
        _ => throw new UnreachableException(),
    };

    static bool HoldsControls(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || CharUnicodeInfo.GetUnicodeCategory(text[i]) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return true;
        }
        return false;
    }

    static bool LooksLikeLink(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || (text.StartsWith("spotify:", StringComparison.OrdinalIgnoreCase) && !text.Contains(' '));
}
