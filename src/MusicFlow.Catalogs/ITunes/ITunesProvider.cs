using MusicFlow.Catalogs.Http;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs.ITunes;

/// <summary>iTunes Search as a source of tracks: the last one asked which track is meant, and the one that knows Apple Music's links.</summary>
internal sealed class ITunesProvider(ITunesClient client, ProviderOptions options, TimeProvider time) : ITrackProvider
{
    const int SearchLimit = 25;

    public string Name => "itunes";

    public string? OffBecause => options.Enabled ? null : "Providers:ITunes:Enabled is false.";

    public TimeSpan CacheTime => options.CacheTime;

    public async Task<IReadOnlyList<TrackFacts>> IdentifyAsync(TrackQuery query, CancellationToken ct)
    {
        if (query.Link is null)
            return [.. (await client.SearchAsync(query.SearchWords, SearchLimit, ct)).Select(Facts)];
        return query.Link.Service == TrackService.Apple && await client.GetSongAsync(query.Link.Id, ct) is { } song ? [Facts(song)] : [];
    }

    /// <summary>It is asked by id only: it knows no ISRC, and twenty calls a minute are better spent on finding songs.</summary>
    public TrackFields CanAdd(TrackFacts known) => known.AppleId is null
        ? TrackFields.None
        : TrackFields.Names | TrackFields.Album | TrackFields.Released | TrackFields.Genre | TrackFields.Explicit | TrackFields.Duration | TrackFields.Cover;

    public async Task<TrackFacts?> LookUpAsync(TrackFacts known, CancellationToken ct) =>
        known.AppleId is { } id && await client.GetSongAsync(id.Value, ct) is { } song ? Facts(song) : null;

    public async Task<ProviderCheck> CheckAsync(CancellationToken ct)
    {
        if (OffBecause is { } reason)
            return new ProviderCheck(Name, ProviderState.Off, reason);
        return await ProviderTrial.OfAsync(Name, "finds songs by text and Apple Music's links, no key needed", () => client.SearchAsync("hello", 1, ct));
    }

    TrackFacts Facts(ITunesSong song)
    {
        var facts = new CheckedFacts(new FactSource(Name, time.GetUtcNow()));
        return new TrackFacts
        {
            Title = facts.Text(song.TrackName),
            Artists = facts.Artists([song.ArtistName]),
            Album = facts.Text(song.CollectionName),
            Released = facts.Date(song.ReleaseDate),
            Genre = facts.Text(song.PrimaryGenreName),
            AppleId = facts.Id(song.TrackId),
            Cover = facts.Address(song.ArtworkUrl100?.Replace("100x100bb", "600x600bb", StringComparison.Ordinal)),
            Explicit = song.TrackExplicitness is "explicit" or "notExplicit" or "cleaned" ? facts.Flag(song.TrackExplicitness == "explicit") : null,
            DurationMs = facts.Duration(song.TrackTimeMillis),
        };
    }
}
