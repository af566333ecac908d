using MusicFlow.Catalogs.Http;
using MusicFlow.Core.Enrichment;

namespace MusicFlow.Catalogs;

/// <summary>What each provider is asked like unless a setting says otherwise; rates stay below what they publish.</summary>
internal static class ProviderDefaults
{
    /// <summary>Names of the sections of those that give facts; lower case they are the names of their facts' sources.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["Spotify", "Deezer", "MusicBrainz", "ITunes", "ReccoBeats"];

    /// <summary>The defaults by section; the Cover Art Archive only tells MusicBrainz where a cover lies.</summary>
    public static IReadOnlyDictionary<string, Action<ProviderOptions>> All { get; } = new Dictionary<string, Action<ProviderOptions>>(StringComparer.Ordinal)
    {
        // Its terms: no learning from its content, metadata not kept (CacheTime and expiry 24 h).
        ["Spotify"] = options => Set(options, "https://api.spotify.com/", (10, 10), ModelUse.Serve, TimeSpan.FromHours(24)),
        // 50 requests in 5 s per address.
        ["Deezer"] = options => Set(options, "https://api.deezer.com/", (8, 10), ModelUse.Serve, TimeSpan.FromDays(30)),
        // One request per second; core data are in the public domain.
        ["MusicBrainz"] = options => Set(options, "https://musicbrainz.org/", (1, 1), ModelUse.Train, TimeSpan.FromDays(90)),
        ["CoverArtArchive"] = options => Set(options, "https://coverartarchive.org/", (1, 2), ModelUse.Never, TimeSpan.FromDays(90)),
        // About 20 requests a minute per address.
        ["ITunes"] = options => Set(options, "https://itunes.apple.com/", (0.3, 5), ModelUse.Serve, TimeSpan.FromDays(30)),
        // Limits are not published; where its figures come from neither.
        ["ReccoBeats"] = options => Set(options, "https://api.reccobeats.com/", (2, 4), ModelUse.Serve, TimeSpan.FromDays(90)),
    };

    static void Set(ProviderOptions options, string address, (double Rate, int Burst) pace, ModelUse use, TimeSpan cacheTime)
    {
        options.BaseAddress = new Uri(address);
        (options.Rate, options.Burst) = pace;
        options.UseForModel = use;
        options.CacheTime = cacheTime;
    }
}
