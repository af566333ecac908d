using System.Runtime.InteropServices;
using MusicFlow.Core.Features;
using MusicFlow.Core.Histories;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Training;

/// <summary>One listener's history as training sees it: plays by track, not yet joined to a catalogue.</summary>
/// <param name="Name">Short name for progress and model card.</param>
/// <param name="Tracks">Plays of each track, one entry per track, in the order of the first play.</param>
/// <param name="First">End of the first play.</param>
/// <param name="Last">End of the last play.</param>
public sealed record Listener(string Name, IReadOnlyList<TrackPlays> Tracks, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>The saved library, where the export held one.</summary>
    public LibraryProfile? Library { get; init; }

    /// <summary>The moment just after the last play: everything in the history is before it.</summary>
    public DateTimeOffset End => Last + TimeSpan.FromMinutes(1);

    /// <summary>Length of the history's time line.</summary>
    public TimeSpan Length => End - First;

    /// <summary>A moment on the history's time line.</summary>
    /// <param name="share">0 (first play) … 1 (end).</param>
    public DateTimeOffset At(double share) => First + (Length * share);

    /// <summary>Groups a history's plays by track.</summary>
    /// <param name="name">Short name.</param>
    /// <param name="history">At least one play.</param>
    /// <param name="albumOf">Album of a track as the catalogue knows it, for plays that name none.</param>
    /// <exception cref="TrainingException">The history is empty.</exception>
    public static Listener Of(string name, ListeningHistory history, Func<TrackKey, string?> albumOf)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(albumOf);
        if (history.First is not { } first || history.Last is not { } last)
            throw new TrainingException($"{name} holds no plays of tracks.");
        var plays = new Dictionary<TrackKey, (string? Album, List<DateTimeOffset> Streams, List<DateTimeOffset> Skips)>();
        foreach (var row in history.Rows)
        {
            var track = history.Tracks[row.Track];
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(plays, track.Key, out var known);
            if (!known) entry = (track.Album, [], []);
            (row.IsStream ? entry.Streams : entry.Skips).Add(row.EndedAt);
        }
        return new Listener(name, [.. plays.Select(entry => new TrackPlays(entry.Key, entry.Value.Album ?? albumOf(entry.Key), entry.Value.Streams, entry.Value.Skips))], first, last)
        {
            Library = history.Library is { } library ? ProfileOf(library) : null,
        };
    }

    private static LibraryProfile ProfileOf(SavedLibrary library) => new(
        library.Tracks.Select(track => (TrackKey.Of(track.Title, track.Artist), track.Album)),
        library.PlaylistTracks.Select(entry => TrackKey.Of(entry.Track.Title, entry.Track.Artist)),
        library.Artists.Select(artist => TrackKey.Of(artist.Name, artist.Name).Artist));
}
