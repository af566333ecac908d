using MusicFlow.Core.Tracks;
using MusicFlow.Learning;
using MusicFlow.Learning.Neighbours;

namespace MusicFlow.Core.Features;

/// <summary>The played tracks that sound most alike.</summary>
/// <param name="MeanDistance">Mean Euclidean distance to them in standard deviations.</param>
/// <param name="MeanStreams">Their mean streams in the last year, each clipped to 30.</param>
public sealed record SoundNeighbourhood(double MeanDistance, double MeanStreams);

/// <summary>How the tracks sound that a listener streamed in the last year, ready to find the nearest to any track. Thread-safe.</summary>
public sealed class PlayedSounds
{
    /// <summary>Neighbours asked for.</summary>
    private const int Nearest = 10;

    private readonly Dictionary<TrackKey, int> _index = [];
    private readonly double[] _streams;
    private readonly Standardiser _standardiser;
    private readonly NearestNeighbours _neighbours;

    private PlayedSounds(IReadOnlyList<(TrackKey Key, int Streams)> played, FeatureMatrix sounds)
    {
        _standardiser = Standardiser.Fit(sounds);
        _neighbours = new NearestNeighbours(_standardiser.Apply(sounds));
        _streams = [.. played.Select(track => (double)track.Streams)];
        for (var i = 0; i < played.Count; i++) _index[played[i].Key] = i;
    }

    /// <summary>Gathers the sounds of a profile's tracks; <see langword="null"/> when fewer than eleven have a known sound.</summary>
    /// <param name="profile">The visible plays.</param>
    /// <param name="factsOf">Facts of a track, or <see langword="null"/> when the catalogue does not hold it.</param>
    /// <param name="cutOff">Only streams before this moment count.</param>
    public static PlayedSounds? Of(HistoryProfile profile, Func<TrackKey, TrackFacts?> factsOf, DateTimeOffset cutOff)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(factsOf);
        var played = new List<(TrackKey Key, int Streams)>();
        var sounds = new List<float>();
        foreach (var track in profile.Tracks)
        {
            var streams = Math.Min(track.Streams.Count(end => end < cutOff && end >= cutOff - PlayAggregate.Year), Targets.Cap);
            if (streams == 0 || factsOf(track.Key) is not { } facts || SoundOf(facts) is not { } sound) continue;
            played.Add((track.Key, streams));
            sounds.AddRange(sound);
        }
        return played.Count <= Nearest ? null : new PlayedSounds(played, new FeatureMatrix([.. sounds], played.Count, sounds.Count / played.Count));
    }

    /// <summary>The nearest played tracks, the track itself left out; <see langword="null"/> when the track's sound is unknown.</summary>
    public SoundNeighbourhood? Around(TrackFacts track, TrackKey key)
    {
        if (SoundOf(track) is not { } sound) return null;
        var query = new float[sound.Length];
        _standardiser.Apply(sound, query);
        var nearest = _neighbours.Find(query, Nearest, _index.GetValueOrDefault(key, -1));
        return new SoundNeighbourhood(nearest.Average(neighbour => neighbour.Distance), nearest.Average(neighbour => _streams[neighbour.Index]));
    }

    /// <summary>The sound as a point: nine audio features and the length on a log scale; <see langword="null"/> when one is unknown.</summary>
    private static float[]? SoundOf(TrackFacts track)
    {
        double?[] sound =
        [
            track.Danceability?.Value, track.Energy?.Value, track.LoudnessDb?.Value, track.Speechiness?.Value, track.Acousticness?.Value,
            track.Instrumentalness?.Value, track.Liveness?.Value, track.Valence?.Value, track.TempoBpm?.Value,
            track.DurationMs is { } length ? Math.Log(1 + length.Value) : null,
        ];
        return Array.Exists(sound, value => value is null) ? null : Array.ConvertAll(sound, value => (float)value!.Value);
    }
}
