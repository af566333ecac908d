using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Chats;

/// <summary>The songs with the highest predictions that a chat has seen; outlives restarts. Thread-safe.</summary>
public interface ITopSongs
{
    /// <summary>Keeps what was predicted for a song in a chat; a newer prediction of the same song takes the place of the older one.</summary>
    Task KeepAsync(ChatAddress chat, TopSong song, CancellationToken ct);

    /// <summary>The songs of a chat, the highest prediction first.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="count">Most songs to return, ≥ 1.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<TopSong>> GetAsync(ChatAddress chat, int count, CancellationToken ct);

    /// <summary>Forgets all songs of a chat.</summary>
    /// <returns>How many there were.</returns>
    Task<int> ResetAsync(ChatAddress chat, CancellationToken ct);
}

/// <summary>A song that a chat asked for.</summary>
/// <param name="Track">Its id in the catalogue.</param>
/// <param name="Title">Its title when it was asked for.</param>
/// <param name="Artist">Its primary artist.</param>
/// <param name="Streams">Expected streams within a year, 0–30.</param>
/// <param name="At">When it was predicted.</param>
public sealed record TopSong(TrackId Track, string Title, string Artist, double Streams, DateTimeOffset At);
