using MusicFlow.Catalogs.Http;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs.Deezer;

/// <summary>Deezer as a source of tracks: finds by text without any key, knows ISRC, tempo, release date, explicit mark and cover.</summary>
/// <remarks>Its rank is no popularity of Spotify's and its gain no loudness: both stay unknown, because nobody measured how they map.</remarks>
internal sealed class DeezerProvider(DeezerClient client, ProviderOptions options, TimeProvider time) : ITrackProvider
{
    const int SearchLimit = 25;

    /// <summary>Values of <c>explicit_content_lyrics</c> that say something: 0 not explicit, 1 explicit, 3 edited.</summary>
    static readonly Dictionary<int, bool> Explicitness = new() { [0] = false, [1] = true, [3] = false };

    public string Name => "deezer";

    public string? OffBecause => options.Enabled ? null : "Providers:Deezer:Enabled is false.";

    public TimeSpan CacheTime => options.CacheTime;

    public async Task<IReadOnlyList<TrackFacts>> IdentifyAsync(TrackQuery query, CancellationToken ct)
    {
        if (query.Link is null)
            return [.. (await client.SearchAsync(query.SearchWords, SearchLimit, ct)).Select(Facts)];
        return query.Link.Service == TrackService.Deezer && await client.GetTrackAsync(query.Link.Id, ct) is { } track ? [Facts(track)] : [];
    }

    public TrackFields CanAdd(TrackFacts known) =>
        TrackFields.Names | TrackFields.Album | TrackFields.Released | TrackFields.Explicit | TrackFields.Duration | TrackFields.Tempo | TrackFields.Isrc | TrackFields.Cover;

    public async Task<TrackFacts?> LookUpAsync(TrackFacts known, CancellationToken ct)
    {
        if (known.DeezerId is { } id)
            return await client.GetTrackAsync(id.Value, ct) is { } track ? Facts(track) : null;
        if (known.Isrc is { } isrc && await client.GetTrackByIsrcAsync(isrc.Value, ct) is { } same)
            return Facts(same);
        var found = await client.SearchAsync($"{known.Title!.Value.Value} {known.Artists!.Value.Value[0]}", SearchLimit, ct);
        return RecordingChoice.Of(known, found.Select(Facts)) is { DeezerId: { } best } && await client.GetTrackAsync(best.Value, ct) is { } whole ? Facts(whole) : null;
    }

    public async Task<ProviderCheck> CheckAsync(CancellationToken ct)
    {
        if (OffBecause is { } reason)
            return new ProviderCheck(Name, ProviderState.Off, reason);
        return await ProviderTrial.OfAsync(Name, "finds songs by text, no key needed", () => client.SearchAsync("hello", 1, ct));
    }

    TrackFacts Facts(DeezerTrack track)
    {
        var facts = new CheckedFacts(new FactSource(Name, time.GetUtcNow()));
        return new TrackFacts
        {
            Title = facts.Text(track.Title),
            Artists = facts.Artists(track.Contributors is { Count: > 0 } all ? all.Select(artist => artist?.Name) : [track.Artist?.Name]),
            Album = facts.Text(track.Album?.Title),
            Released = facts.Date(track.ReleaseDate),
            Isrc = facts.Isrc(track.Isrc),
            DeezerId = facts.Id(track.Id),
            Cover = facts.Address(track.Album?.CoverXl ?? track.Album?.CoverBig),
            Explicit = track.ExplicitContentLyrics is { } mark && Explicitness.TryGetValue(mark, out var isExplicit) ? facts.Flag(isExplicit) : null,
            DurationMs = facts.Duration(track.Duration * 1000),
            TempoBpm = facts.Number(track.Bpm, 20, 300),
        };
    }
}
