namespace MusicFlow.Core.Histories;

/// <summary>Collects plays in memory, merges what several exports tell twice, and makes a <see cref="ListeningHistory"/>.</summary>
/// <remarks>16 bytes a play plus the names of the distinct tracks. Not thread-safe.</remarks>
public sealed class ListeningHistoryBuilder : IPlaySink
{
    readonly List<PlayRow> rows = [];
    readonly List<HistoryTrack> tracks = [];
    readonly Dictionary<TrackNames, int> indices = [];
    int kept;

    /// <summary>Plays kept so far, before merging.</summary>
    public int Count => kept;

    /// <summary>Takes one play, outside of any file.</summary>
    public void Add(Play play)
    {
        ArgumentNullException.ThrowIfNull(play);
        Append(play);
        kept = rows.Count;
    }

    /// <summary>Makes the history of all kept plays, ordered by time, duplicates merged (see <see cref="PlayMerge"/>).</summary>
    /// <param name="library">The listener's library, or <see langword="null"/> when unknown.</param>
    public ListeningHistory Build(SavedLibrary? library = null)
    {
        var names = tracks.ToArray();
        var merged = PlayMerge.Merge(rows.GetRange(0, kept), names);
        return new ListeningHistory(merged, names, library, kept - merged.Length);
    }

    ValueTask IPlaySink.AddAsync(IReadOnlyList<Play> plays, CancellationToken ct)
    {
        for (var i = 0; i < plays.Count; i++) Append(plays[i]);
        return ValueTask.CompletedTask;
    }

    ValueTask IPlaySink.KeepAsync(CancellationToken ct)
    {
        kept = rows.Count;
        return ValueTask.CompletedTask;
    }

    ValueTask IPlaySink.DropAsync(CancellationToken ct)
    {
        rows.RemoveRange(kept, rows.Count - kept);
        return ValueTask.CompletedTask;
    }

    void Append(Play play)
    {
        var names = new TrackNames(play.Title, play.Artist, play.Album, play.SpotifyId);
        if (!indices.TryGetValue(names, out var track))
        {
            track = tracks.Count;
            tracks.Add(new HistoryTrack(play.Title, play.Artist, play.Album, play.SpotifyId));
            indices.Add(names, track);
        }
        rows.Add(new PlayRow(play.EndedAt, track, play.MsPlayed, play.Incognito, play.IsExtended));
    }

    // Hashes the id where there is one: hashing four strings would be most of the work of an import.
    readonly record struct TrackNames(string Title, string Artist, string? Album, string? SpotifyId)
    {
        public override int GetHashCode() => SpotifyId is null
            ? HashCode.Combine(Title.GetHashCode(StringComparison.Ordinal), Artist.GetHashCode(StringComparison.Ordinal))
            : SpotifyId.GetHashCode(StringComparison.Ordinal);
    }
}
