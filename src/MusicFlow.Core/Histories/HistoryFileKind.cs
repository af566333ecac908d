namespace MusicFlow.Core.Histories;

/// <summary>What a file turned out to be, by its content first and its name second.</summary>
public enum HistoryFileKind
{
    /// <summary>Nothing known: not JSON, or JSON of another kind.</summary>
    Other,

    /// <summary>Plays of the account export: <c>StreamingHistory*.json</c>, <c>StreamingHistory_music_*.json</c>.</summary>
    AccountHistory,

    /// <summary>Plays of the extended export: <c>Streaming_History_Audio_*.json</c>, <c>endsong_*.json</c>.</summary>
    ExtendedHistory,

    /// <summary>Saved tracks, albums and artists: <c>YourLibrary.json</c>.</summary>
    Library,

    /// <summary>The listener's playlists: <c>Playlist*.json</c>.</summary>
    Playlists,

    /// <summary>Podcast episodes played; holds no music.</summary>
    PodcastHistory,

    /// <summary>Audiobook chapters played; holds no music.</summary>
    AudiobookHistory,

    /// <summary>Videos played: <c>Streaming_History_Video_*.json</c>.</summary>
    VideoHistory,

    /// <summary>What the listener searched for: <c>SearchQueries.json</c>.</summary>
    SearchHistory,

    /// <summary>Another file of the account package, such as <c>Userdata.json</c>; never opened further than its first bytes.</summary>
    AccountRecord,

    /// <summary>A ZIP archive as a whole; listed only where the archive itself could not be read.</summary>
    Archive,
}
