using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Features;
using MusicFlow.Core.Histories;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Training;

/// <summary>What a listener's history says around one track, built as training builds it.</summary>
/// <param name="Around">Everything known around the track, its own plays included: features leave those out.</param>
/// <param name="At">The moment of the question: just after the history's last play, as in training.</param>
/// <param name="OwnStreams">How often the history holds a stream of the track itself.</param>
public sealed record ListenerView(Surroundings Around, DateTimeOffset At, int OwnStreams)
{
    /// <summary>Joins a history to the catalogue, as far as one track needs it: the tracks of the history and the artist's shelf.</summary>
    /// <param name="catalog">The catalogue.</param>
    /// <param name="history">At least one play.</param>
    /// <param name="track">The track, with title and artist.</param>
    /// <param name="key">Its identity.</param>
    /// <param name="policy">Which facts may be seen, by their source; <see langword="null"/> hides none.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="TrainingException">The history is empty.</exception>
    public static async Task<ListenerView> OfAsync(ITrackCatalog catalog, ListeningHistory history, TrackFacts track, TrackKey key, FactPolicy? policy, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(track);
        var facts = new Dictionary<TrackKey, TrackFacts>();
        foreach (var shelved in await catalog.GetByArtistAsync(track.Artists?.Value[0] ?? "", ct)) Add(shelved);
        // Found by another spelling's key, a track is not joined in training either.
        foreach (var (asked, played) in await catalog.GetManyAsync([.. history.Tracks.Select(entry => entry.Key)], ct))
            if (TrackKey.Of(played) == asked) Add(played);
        var listener = Listener.Of("", history, other => facts.GetValueOrDefault(other)?.Album?.Value);
        var table = new FeatureTable([listener], [.. facts.Select(entry => new CatalogueTrack(entry.Key, entry.Value))]);
        var own = listener.Tracks.FirstOrDefault(plays => plays.Key == key)?.Streams.Count ?? 0;
        return new ListenerView(table.Around(0, listener.End, new HashSet<TrackKey>()), listener.End, own);

        void Add(TrackFacts found)
        {
            if (TrackKey.Of(found) is { } known) facts[known] = policy?.ForServing(found) ?? found;
        }
    }
}
