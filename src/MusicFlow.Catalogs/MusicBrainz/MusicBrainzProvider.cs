using MusicFlow.Catalogs.Http;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs.MusicBrainz;

/// <summary>MusicBrainz as a source of tracks: the first release date, the genre that most people give, ISRCs, and the cover from the Cover Art Archive.</summary>
/// <remarks>Core data are in the public domain (CC0); tags, from which the genre is taken, are CC BY-NC-SA.</remarks>
internal sealed class MusicBrainzProvider(MusicBrainzClient client, CoverArtClient covers, ProviderOptions options, EnrichmentOptions all, TimeProvider time) : ITrackProvider
{
    const int SearchLimit = 25;
    const int MostReadings = 4;

    public string Name => "musicbrainz";

    public string? OffBecause => (options.Enabled, all.Contact.Length) switch
    {
        (false, _) => "Providers:MusicBrainz:Enabled is false.",
        (_, 0) => "MusicBrainz wants to know whom to write to: set Providers:Contact to your mail or web address.",
        _ => null,
    };

    public TimeSpan CacheTime => options.CacheTime;

    public async Task<IReadOnlyList<TrackFacts>> IdentifyAsync(TrackQuery query, CancellationToken ct)
    {
        if (query.Link is null)
            return [.. (await client.SearchAsync(Search(query.Readings), SearchLimit, ct)).Where(recording => recording.Video is not true).Select(Facts)];
        return query.Link.Service == TrackService.MusicBrainz && await client.GetRecordingAsync(query.Link.Id, ct) is { } linked ? [Facts(linked)] : [];
    }

    /// <summary>It is asked by id or ISRC only: its search is slow, and one request per second is all it allows.</summary>
    public TrackFields CanAdd(TrackFacts known) => known is { MusicBrainzId: null, Isrc: null }
        ? TrackFields.None
        : TrackFields.Released | TrackFields.Genre | TrackFields.Duration | TrackFields.Isrc | TrackFields.Cover;

    public async Task<TrackFacts?> LookUpAsync(TrackFacts known, CancellationToken ct)
    {
        var recording = known.MusicBrainzId is { } id
            ? await client.GetRecordingAsync(id.Value, ct)
            : await ByIsrcAsync(known, ct);
        return recording is null ? null : Facts(recording) with { Cover = known.Cover is null ? await CoverAsync(recording, ct) : null };
    }

    public async Task<ProviderCheck> CheckAsync(CancellationToken ct)
    {
        if (OffBecause is { } reason)
            return new ProviderCheck(Name, ProviderState.Off, reason);
        return await ProviderTrial.OfAsync(Name, "knows first releases and genres, no key needed", () => client.SearchAsync("recording:hello", 1, ct));
    }

    async Task<MusicBrainzRecording?> ByIsrcAsync(TrackFacts known, CancellationToken ct)
    {
        var found = (await client.SearchAsync($"isrc:{known.Isrc!.Value.Value}", SearchLimit, ct)).Where(recording => recording.Id is not null).ToList();
        var isrc = known.Isrc.Value.Value;
        return RecordingChoice.Of(known, found.Where(recording => recording.Isrcs?.Contains(isrc, StringComparer.OrdinalIgnoreCase) != false).Select(Facts)) is { MusicBrainzId: { } best }
            ? found.Find(recording => string.Equals(recording.Id, best.Value, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    /// <summary>A cover is a gain, its absence or an archive that is away no loss.</summary>
    async Task<Fact<Uri>?> CoverAsync(MusicBrainzRecording recording, CancellationToken ct)
    {
        if ((recording.Releases ?? []).OfType<MusicBrainzRelease>().OrderByDescending(release => release.Status == "Official").FirstOrDefault() is not { Id: { Length: > 0 } release })
            return null;
        try
        {
            return await covers.FrontAsync(release, ct) is { } cover ? new Fact<Uri>(cover, new FactSource(Name, time.GetUtcNow())) : null;
        }
        catch (ProviderException)
        {
            return null;
        }
    }

    static string Search(IReadOnlyList<TrackReading> readings)
    {
        var both = readings.Where(reading => reading.Artist is not null).Take(MostReadings)
            .Select(reading => $"(recording:{MusicBrainzClient.Quote(reading.Song)} AND artist:{MusicBrainzClient.Quote(reading.Artist!)})").ToList();
        return both.Count > 0 ? string.Join(" OR ", both) : $"recording:{MusicBrainzClient.Quote(readings[0].Song)}";
    }

    TrackFacts Facts(MusicBrainzRecording recording)
    {
        var facts = new CheckedFacts(new FactSource(Name, time.GetUtcNow()));
        return new TrackFacts
        {
            Title = facts.Text(recording.Title),
            Artists = facts.Artists(recording.ArtistCredit?.Select(credit => credit?.Name)),
            Released = facts.Date(recording.FirstReleaseDate),
            Genre = facts.Text((recording.Tags ?? []).OfType<MusicBrainzTag>().Where(tag => tag.Count > 0).MaxBy(tag => tag.Count)?.Name),
            Isrc = recording.Isrcs is [var isrc] ? facts.Isrc(isrc) : null,
            MusicBrainzId = Guid.TryParseExact(recording.Id, "D", out var id) ? facts.Id(id.ToString()) : null,
            DurationMs = facts.Duration(recording.Length),
        };
    }
}
