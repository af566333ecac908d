using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Histories;

/// <summary>The streams of each recording within a stretch of time: the targets of the model. Immutable and thread-safe.</summary>
public sealed class StreamWindow
{
    /// <summary>Targets are clipped to 0–30: beyond it a song is a banger anyway.</summary>
    public const int MostStreams = 30;

    readonly Dictionary<TrackKey, TrackStreams> tracks;

    StreamWindow(DateTimeOffset begin, DateTimeOffset end, Dictionary<TrackKey, TrackStreams> tracks) =>
        (Begin, End, this.tracks) = (begin, end, tracks);

    /// <summary>How much of a history the target covers: an account export is about that long.</summary>
    public static TimeSpan Year { get; } = TimeSpan.FromDays(365);

    /// <summary>A shorter window is flagged: its counts say little about a year.</summary>
    public static TimeSpan ShortestSound { get; } = TimeSpan.FromDays(90);

    /// <summary>Start of the window: 365 days before its end, or the first play where the history is shorter.</summary>
    public DateTimeOffset Begin { get; }

    /// <summary>End of the window.</summary>
    public DateTimeOffset End { get; }

    /// <summary>How long the window is; the card states it.</summary>
    public TimeSpan Span => End - Begin;

    /// <summary>Whether the window is under 90 days.</summary>
    public bool IsShort => Span < ShortestSound;

    /// <summary>Every recording played in the window, in the order of their first plays.</summary>
    public IReadOnlyDictionary<TrackKey, TrackStreams> Tracks => tracks;

    /// <summary>Streams of a recording in the window, clipped to 0–30; 0 for one that was not played.</summary>
    public int Target(TrackKey key) => tracks.TryGetValue(key, out var streams) ? streams.Target : 0;

    /// <summary>The 365 days up to and including a time, or as much of them as the history has.</summary>
    /// <param name="history">The listener's plays.</param>
    /// <param name="end">When the window ends; usually the last play.</param>
    public static StreamWindow Ending(ListeningHistory history, DateTimeOffset end)
    {
        ArgumentNullException.ThrowIfNull(history);
        var tick = TimeSpan.FromSeconds(1);     // plays are exact to the second: a year includes its last one and not its first
        var plays = history.Between(end - Year + tick, end + tick);
        var begin = history.First is { } first && first > end - Year ? first : end - Year;
        return new StreamWindow(begin < end ? begin : end, end, Count(plays));
    }

    /// <summary>The plays that ended at or after one time and before another, as for a split by time.</summary>
    /// <param name="history">The listener's plays.</param>
    /// <param name="begin">Start of the window, included.</param>
    /// <param name="end">End of the window, not included.</param>
    /// <exception cref="ArgumentException"><paramref name="end"/> is before <paramref name="begin"/>.</exception>
    public static StreamWindow Of(ListeningHistory history, DateTimeOffset begin, DateTimeOffset end)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new StreamWindow(begin, end, Count(history.Between(begin, end)));
    }

    static Dictionary<TrackKey, TrackStreams> Count(ListeningHistory plays)
    {
        var counted = new Dictionary<TrackKey, TrackStreams>();
        foreach (var row in plays.Rows)
        {
            var track = plays.Tracks[row.Track];
            var before = counted.GetValueOrDefault(track.Key) ?? new TrackStreams(track.Key, track, 0, 0, 0);
            counted[track.Key] = After(before, row, track);
        }
        return counted;
    }

    static TrackStreams After(TrackStreams before, PlayRow row, HistoryTrack track)
    {
        var shown = track.SpotifyId is not null || before.Track.SpotifyId is null ? track : before.Track;
        if (!row.IsStream) return before with { Track = shown, Plays = before.Plays + 1 };
        return before with
        {
            Track = shown,
            Plays = before.Plays + 1,
            Streams = before.Streams + 1,
            MsTotal = before.MsTotal + row.MsPlayed,
            FirstStream = before.FirstStream ?? row.EndedAt,
            LastStream = row.EndedAt,
        };
    }
}
