using MusicFlow.Catalogs.Http;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs.ReccoBeats;

/// <summary>ReccoBeats as a source of tracks: audio features by ISRC or Spotify id, and what a Spotify link leads to, without any key.</summary>
/// <remarks>Where its figures come from is not said, so they may serve a prediction but are not learnt from unless the host decides so.</remarks>
internal sealed class ReccoBeatsProvider(ReccoBeatsClient client, ProviderOptions options, TimeProvider time) : ITrackProvider
{
    const string KnownTrack = "11dFghVXANMlKmJXsNCbNl";

    public string Name => "reccobeats";

    public string? OffBecause => options.Enabled ? null : "Providers:ReccoBeats:Enabled is false.";

    public TimeSpan CacheTime => options.CacheTime;

    public async Task<IReadOnlyList<TrackFacts>> IdentifyAsync(TrackQuery query, CancellationToken ct)
    {
        if (query.Link is not { Service: TrackService.Spotify } link)
            return [];
        var tracks = await client.GetTracksAsync(link.Id, ct);
        return tracks.FirstOrDefault(track => SpotifyIdOf(track.Href) == link.Id) is { } found ? [Facts(found)] : [];
    }

    public TrackFields CanAdd(TrackFacts known) => known is { SpotifyId: null, Isrc: null } ? TrackFields.None : TrackFields.Sound | TrackFields.Tempo | TrackFields.Isrc;

    public async Task<TrackFacts?> LookUpAsync(TrackFacts known, CancellationToken ct)
    {
        if (known.SpotifyId is { } id && (await client.GetFeaturesAsync(id.Value, ct)).FirstOrDefault(features => SpotifyIdOf(features.Href) == id.Value) is { } byId)
            return Facts(byId);
        if (known.Isrc is { } isrc && (await client.GetFeaturesAsync(isrc.Value, ct)).FirstOrDefault(features => string.Equals(features.Isrc, isrc.Value, StringComparison.OrdinalIgnoreCase)) is { } byIsrc)
            return Facts(byIsrc);
        return null;
    }

    public async Task<ProviderCheck> CheckAsync(CancellationToken ct)
    {
        if (OffBecause is { } reason)
            return new ProviderCheck(Name, ProviderState.Off, reason);
        return await ProviderTrial.OfAsync(Name, "knows audio features by ISRC and Spotify id, no key needed", () => client.GetFeaturesAsync(KnownTrack, ct));
    }

    TrackFacts Facts(ReccoBeatsTrack track)
    {
        var facts = new CheckedFacts(new FactSource(Name, time.GetUtcNow()));
        return new TrackFacts
        {
            Title = facts.Text(track.TrackTitle),
            Artists = facts.Artists(track.Artists?.Select(artist => artist?.Name)),
            DurationMs = facts.Duration(track.DurationMs),
            Isrc = facts.Isrc(track.Isrc),
            SpotifyId = facts.Id(SpotifyIdOf(track.Href)),
        };
    }

    TrackFacts Facts(ReccoBeatsFeatures features)
    {
        var facts = new CheckedFacts(new FactSource(Name, time.GetUtcNow()));
        return new TrackFacts
        {
            Isrc = facts.Isrc(features.Isrc),
            SpotifyId = facts.Id(SpotifyIdOf(features.Href)),
            Acousticness = facts.Share(features.Acousticness),
            Danceability = facts.Share(features.Danceability),
            Energy = facts.Share(features.Energy),
            Instrumentalness = facts.Share(features.Instrumentalness),
            Key = facts.Whole(features.Key, -1, 11),
            Liveness = facts.Share(features.Liveness),
            LoudnessDb = facts.Number(features.Loudness, -100, 10),
            Mode = facts.Whole(features.Mode, 0, 1),
            Speechiness = facts.Share(features.Speechiness),
            TempoBpm = facts.Number(features.Tempo, 20, 300),
            Valence = facts.Share(features.Valence),
        };
    }

    static string? SpotifyIdOf(string? href) =>
        href is not null && TrackLink.TryParse(href, out var link) && link is { Service: TrackService.Spotify } ? link.Id : null;
}
