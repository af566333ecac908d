using MusicFlow.Catalogs.Http;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs.Spotify;

/// <summary>Spotify as a source of tracks. Does what the app may do: everything, development mode, or without an app only the titles of links.</summary>
internal sealed class SpotifyProvider(SpotifyClient client, SpotifyAbilities abilities, SpotifyOptions app, ProviderOptions options, TimeProvider time) : ITrackProvider
{
    /// <summary>Allowed in every mode.</summary>
    const int SearchLimit = 10;

    const TrackFields Always = TrackFields.Names | TrackFields.Album | TrackFields.Released | TrackFields.Explicit | TrackFields.Duration | TrackFields.Isrc | TrackFields.Cover;

    public string Name => "spotify";

    public string? OffBecause => options.Enabled ? null : "Providers:Spotify:Enabled is false.";

    public TimeSpan CacheTime => options.CacheTime;

    public async Task<IReadOnlyList<TrackFacts>> IdentifyAsync(TrackQuery query, CancellationToken ct)
    {
        if (query.Link is { } link)
            return link.Service == TrackService.Spotify && await LinkedAsync(link.Id, ct) is { } linked ? [linked] : [];
        return app.HasApp ? await SearchAsync(Plain(query.SearchWords), ct) : [];
    }

    public TrackFields CanAdd(TrackFacts known)
    {
        if (!app.HasApp)
            return TrackFields.None;
        var fields = Always;
        if (abilities.Access != SpotifyAccess.Development)
            fields |= TrackFields.Popularity | TrackFields.Markets;
        return abilities.HasFeatures == false ? fields : fields | TrackFields.Sound | TrackFields.Tempo;
    }

    public async Task<TrackFacts?> LookUpAsync(TrackFacts known, CancellationToken ct)
    {
        if (known.SpotifyId is { } id)
            return await WholeAsync(id.Value, null, ct);
        var found = known.Isrc is { } isrc ? await SearchAsync($"isrc:{isrc.Value}", ct) : [];
        if (RecordingChoice.Of(known, found) is { SpotifyId: { } byIsrc } same)
            return await WholeAsync(byIsrc.Value, same, ct);
        found = await SearchAsync(Plain($"{known.Title!.Value.Value} {known.Artists!.Value.Value[0]}"), ct);
        return RecordingChoice.Of(known, found) is { SpotifyId: { } byName } alike ? await WholeAsync(byName.Value, alike, ct) : null;
    }

    public async Task<ProviderCheck> CheckAsync(CancellationToken ct)
    {
        if (OffBecause is { } reason)
            return new ProviderCheck(Name, ProviderState.Off, reason);
        if (!app.HasApp)
            return new ProviderCheck(Name, ProviderState.Off, "There is no app: only the titles of links are read. Set Spotify:ClientId and Spotify:ClientSecret to use one.");
        var check = await ProviderTrial.OfAsync(Name, "is asked by your app", () => abilities.ProbeAsync(client, ct));
        return check.State == ProviderState.On ? check with { Sentence = $"The app has {Words()}." } : check;
    }

    string Words() => (abilities.Access, abilities.HasFeatures) switch
    {
        (SpotifyAccess.Extended, true) => "extended access, audio features included",
        (SpotifyAccess.Extended, _) => "extended access without audio features",
        (_, true) => "development mode with audio features",
        _ => "development mode: no popularity, no markets, no audio features",
    };

    async Task<TrackFacts?> LinkedAsync(string id, CancellationToken ct)
    {
        if (app.HasApp)
            return await TrackAsync(id, ct);
        var facts = new CheckedFacts(new FactSource(Name, time.GetUtcNow()));
        return await client.DescribeAsync(id, ct) is { Title: { } title } ? new TrackFacts { Title = facts.Text(title), SpotifyId = facts.Id(id) } : null;
    }

    async Task<IReadOnlyList<TrackFacts>> SearchAsync(string query, CancellationToken ct) => [.. (await client.SearchAsync(query, SearchLimit, ct)).Select(Learnt)];

    async Task<TrackFacts?> TrackAsync(string id, CancellationToken ct) =>
        // Spotify may answer with the id of another release; what was asked for stays the track's id.
        await client.GetTrackAsync(id, ct) is { } track ? Learnt(track with { Id = id }) : null;

    /// <summary>The track, asked for unless a search has just described it, and its audio features beside it.</summary>
    async Task<TrackFacts?> WholeAsync(string id, TrackFacts? described, CancellationToken ct)
    {
        var features = FeaturesAsync(id, ct);
        var track = described ?? await TrackAsync(id, ct);
        return await features is { } sound ? track?.FillFrom(sound) : track;
    }

    /// <summary>Audio features are a gain; that they are refused says that the app may not have any, not that the track is unknown.</summary>
    async Task<TrackFacts?> FeaturesAsync(string id, CancellationToken ct)
    {
        if (abilities.HasFeatures == false)
            return null;
        try
        {
            var features = await client.GetFeaturesAsync(id, ct);
            if (features is not null)
                abilities.LearnFeatures(true);
            return features is null ? null : SpotifyFacts.Of(features, new FactSource(Name, time.GetUtcNow()));
        }
        catch (ProviderException ex)
        {
            if (ex.Fault == ProviderFault.Refused)
                abilities.LearnFeatures(false);
            return null;
        }
    }

    TrackFacts Learnt(SpotifyTrack track)
    {
        abilities.Learn(track);
        return SpotifyFacts.Of(track, new FactSource(Name, time.GetUtcNow()));
    }

    /// <summary>Words without the signs of Spotify's search language.</summary>
    static string Plain(string text) => text.Replace('"', ' ').Replace(':', ' ').Replace('*', ' ');
}
