using System.Globalization;
using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Songs;

/// <summary>Names of songs and the buttons that carry them. Names are never translated.</summary>
static class SongWords
{
    /// <summary>Letters of a label that the artist gets at least.</summary>
    const int ArtistShare = 12;

    const string Dash = " — ";

    /// <summary>Such as <c>The Less I Know The Better — Tame Impala</c>; a reply to it is read as the same song.</summary>
    public static string Title(Language words, TrackFacts track) => Song(words, track) + Dash + Artists(words, track);

    /// <summary>The title and in which year it came out, where that is known.</summary>
    public static string TitleAndYear(Language words, TrackFacts track) =>
        track.Released is { } released ? string.Create(CultureInfo.InvariantCulture, $"{Title(words, track)} ({released.Value.Year})") : Title(words, track);

    /// <summary>A button for each song, with its number in a list.</summary>
    /// <param name="words">The language.</param>
    /// <param name="tracks">The songs.</param>
    /// <param name="command">What a press does, without slash; it gets the song's id.</param>
    public static IReadOnlyList<Button> Buttons(Language words, IReadOnlyList<TrackFacts> tracks, string command) =>
        [.. tracks.Index().Where(track => track.Item.Id is not null).Select(track => new Button(Label(track.Index + 1, Song(words, track.Item), Artists(words, track.Item)), $"/{command} {track.Item.Id}"))];

    /// <summary>A button's label: number, song and artist, of which each keeps enough letters to be told apart.</summary>
    public static string Label(int number, string song, string artist)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{number}. ");
        var room = Button.LongestLabel - prefix.Length - Dash.Length;
        var artistRoom = Math.Max(ArtistShare, room - song.Length);
        artist = Fitting.Cut(artist, artistRoom);
        return prefix + Fitting.Cut(song, room - artist.Length) + Dash + artist;
    }

    public static string Song(Language words, TrackFacts track) => track.Title?.Value ?? words[Texts.Unknown];

    public static string Artists(Language words, TrackFacts track) => track.Artists is { Value.Count: > 0 } artists ? string.Join(", ", artists.Value) : words[Texts.Unknown];
}
