using System.Text.Json;

namespace MusicFlow.Core.Histories.Exports;

/// <summary>Turns <c>YourLibrary.json</c> and <c>Playlist*.json</c> into saved things; any other object is none of ours.</summary>
/// <param name="named">What the file's name promises.</param>
/// <param name="texts">Where equal texts become one string.</param>
/// <param name="library">Where saved things are added.</param>
internal sealed class LibraryTokens(HistoryFileKind named, TextPool texts, LibraryBuilder library) : IExportTokens
{
    enum Section { None, Tracks, Albums, Artists, Playlists, Unread }

    Section section;
    string? playlist;
    string? title;
    string? artist;
    string? album;
    string? name;
    string? trackId;
    string? property;

    public HistoryFileKind Kind { get; private set; } =
        named == HistoryFileKind.AccountRecord ? HistoryFileKind.AccountRecord : HistoryFileKind.Other;

    public bool Enough => named == HistoryFileKind.AccountRecord || (Kind == HistoryFileKind.Other && section == Section.Unread && named == HistoryFileKind.Other);

    public void Read(ref Utf8JsonReader json)
    {
        while (!Enough && json.Read()) Accept(ref json);
    }

    void Accept(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.PropertyName when json.CurrentDepth == 1: StartSection(ref json); break;
            case JsonTokenType.PropertyName: property = texts.Read(ref json); break;
            case JsonTokenType.StartObject: StartThing(json.CurrentDepth); break;
            case JsonTokenType.String when json.CurrentDepth > 2: AcceptText(ref json); break;
            case JsonTokenType.EndObject: EndThing(); break;
        }
    }

    void StartSection(ref Utf8JsonReader json)
    {
        section = json.ValueTextEquals("tracks"u8) ? Section.Tracks
            : json.ValueTextEquals("albums"u8) ? Section.Albums
            : json.ValueTextEquals("artists"u8) ? Section.Artists
            : json.ValueTextEquals("playlists"u8) ? Section.Playlists
            : Section.Unread;
        if (section == Section.Playlists) Kind = HistoryFileKind.Playlists;
        else if (section != Section.Unread) Kind = HistoryFileKind.Library;
    }

    void StartThing(int depth)
    {
        if (section == Section.Playlists && depth == 2) playlist = null;
        title = artist = album = name = trackId = null;
    }

    void AcceptText(ref Utf8JsonReader json)
    {
        switch (property)
        {
            case "track" or "trackName": title = texts.Read(ref json); break;
            case "artist" or "artistName": artist = texts.Read(ref json); break;
            case "album" or "albumName": album = texts.Read(ref json); break;
            case "uri" or "trackUri": trackId = SpotifyUri.TrackId(json.ValueSpan, texts); break;
            case "name" when section == Section.Playlists && json.CurrentDepth == 3: playlist = texts.Read(ref json); break;
            case "name": name = texts.Read(ref json); break;
        }
    }

    void EndThing()
    {
        if (section == Section.Tracks && title is not null && artist is not null) library.Add(new SavedTrack(title, artist, album, trackId));
        else if (section == Section.Playlists && title is not null && artist is not null) library.Add(new PlaylistTrack(playlist ?? "", new SavedTrack(title, artist, album, trackId)));
        else if (section == Section.Albums && album is not null && artist is not null) library.Add(new SavedAlbum(album, artist));
        else if (section == Section.Artists && name is not null) library.Add(new SavedArtist(name));
        title = artist = album = name = trackId = null;
    }
}
