namespace MusicFlow.Core.Features;

/// <summary>Plays of some tracks before a cut-off, added up.</summary>
/// <param name="Streams">Streams in the 365 days before the cut-off.</param>
/// <param name="OlderStreams">Streams before that.</param>
/// <param name="Tracks">Tracks with a stream in the 365 days before the cut-off.</param>
/// <param name="MaxStreams">Streams of the most played track in those 365 days.</param>
/// <param name="ClippedStreams">Streams in those 365 days, each track's clipped to 30 like a target.</param>
/// <param name="ActiveDays">Calendar days (UTC) with a stream in those 365 days.</param>
/// <param name="DaysSinceLast">Days from the last stream to the cut-off, 0–730; 730 also when there was none.</param>
/// <param name="DaysSinceFirst">Days from the first stream to the cut-off, 0–730; 730 also when there was none.</param>
/// <param name="SkipShare">Share of all plays that were shorter than 30 s, 0–1; 0 when there was none.</param>
public sealed record PlayAggregate(
    int Streams, int OlderStreams, int Tracks, int MaxStreams, int ClippedStreams, int ActiveDays,
    double DaysSinceLast, double DaysSinceFirst, double SkipShare)
{
    /// <summary>The window of targets and of "last year".</summary>
    public static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Streams in the last year per track played in it; 0 when there was none.</summary>
    public double MeanStreams => Tracks == 0 ? 0 : (double)Streams / Tracks;

    /// <summary>Adds up the plays of the given tracks before <paramref name="cutOff"/>.</summary>
    public static PlayAggregate Of(IEnumerable<TrackPlays> tracks, DateTimeOffset cutOff)
    {
        var tally = new Tally(cutOff);
        foreach (var track in tracks) tally.Add(track);
        return tally.Total();
    }

    private sealed class Tally(DateTimeOffset cutOff)
    {
        private readonly HashSet<int> _days = [];
        private int _streams, _older, _tracks, _max, _clipped, _skips;
        private DateTimeOffset _last = DateTimeOffset.MinValue, _first = DateTimeOffset.MaxValue;

        public void Add(TrackPlays track)
        {
            var recent = 0;
            foreach (var end in track.Streams)
            {
                if (end >= cutOff) break;
                if (end > _last) _last = end;
                if (end < _first) _first = end;
                if (end < cutOff - Year) { _older++; continue; }
                recent++;
                _days.Add(DayNumber(end));
            }
            foreach (var end in track.Skips)
                if (end < cutOff) _skips++;
            _streams += recent;
            _tracks += recent > 0 ? 1 : 0;
            _max = Math.Max(_max, recent);
            _clipped += Math.Min(recent, Targets.Cap);
        }

        public PlayAggregate Total()
        {
            var plays = _streams + _older + _skips;
            return new PlayAggregate(_streams, _older, _tracks, _max, _clipped, _days.Count,
                Days(_last), Days(_first), plays == 0 ? 0 : (double)_skips / plays);
        }

        private double Days(DateTimeOffset moment) =>
            _streams + _older == 0 ? HistoryFeatures.NeverDays : Math.Min((cutOff - moment).TotalDays, HistoryFeatures.NeverDays);

        private static int DayNumber(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime).DayNumber;
    }
}
