namespace MusicFlow.Catalogs.Spotify;

/// <summary>How much Spotify lets an app do.</summary>
internal enum SpotifyAccess
{
    /// <summary>Not found out yet.</summary>
    Unknown,

    /// <summary>Everything, as apps of before the cuts of 2024 and 2026 may.</summary>
    Extended,

    /// <summary>Search and single look-ups without popularity and markets.</summary>
    Development,
}

/// <summary>What is known of the app's abilities: found out by asking, corrected by every answer, asked again after a day. Thread-safe.</summary>
/// <remarks>What is not known is tried. Source of the differences: Spotify's changes of November 2024 and February 2026.</remarks>
internal sealed class SpotifyAbilities(TimeProvider time)
{
    static readonly TimeSpan CountsFor = TimeSpan.FromDays(1);

    /// <summary>A track that has been there for ever, to try the audio features with.</summary>
    const string KnownTrack = "11dFghVXANMlKmJXsNCbNl";

    /// <summary>One more than development mode allows.</summary>
    const int ExtendedLimit = 11;

    volatile Known<SpotifyAccess>? access;
    volatile Known<bool>? features;

    sealed record Known<T>(T Value, DateTimeOffset Until);

    /// <summary>How much the app may do.</summary>
    public SpotifyAccess Access => access is { } known && known.Until > time.GetUtcNow() ? known.Value : SpotifyAccess.Unknown;

    /// <summary>Whether it may read audio features; <see langword="null"/> when not known.</summary>
    public bool? HasFeatures => features is { } known && known.Until > time.GetUtcNow() ? known.Value : null;

    /// <summary>Learns from a track that Spotify described: only apps with all rights see its popularity.</summary>
    public void Learn(SpotifyTrack track) => access = new(track.Popularity is null ? SpotifyAccess.Development : SpotifyAccess.Extended, time.GetUtcNow() + CountsFor);

    /// <summary>Learns whether audio features are given out.</summary>
    public void LearnFeatures(bool areThere) => features = new(areThere, time.GetUtcNow() + CountsFor);

    /// <summary>Finds out by asking: a search for one track too many, and the audio features of a known track.</summary>
    /// <exception cref="Http.ProviderException">Spotify refuses the app or is away.</exception>
    public async Task ProbeAsync(SpotifyClient client, CancellationToken ct)
    {
        access = new(await CanSearchAsync(client, ct) ? SpotifyAccess.Extended : SpotifyAccess.Development, time.GetUtcNow() + CountsFor);
        try
        {
            LearnFeatures(await client.GetFeaturesAsync(KnownTrack, ct) is not null);
        }
        catch (Http.ProviderException ex) when (ex.Fault == Http.ProviderFault.Refused)
        {
            LearnFeatures(false);
        }
    }

    static async Task<bool> CanSearchAsync(SpotifyClient client, CancellationToken ct)
    {
        try
        {
            await client.SearchAsync("hello", ExtendedLimit, ct);
            return true;
        }
        catch (Http.ProviderException ex) when (ex.Fault == Http.ProviderFault.WrongRequest)
        {
            return false;
        }
    }
}
