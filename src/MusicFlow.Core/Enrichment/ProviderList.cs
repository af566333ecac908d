using Microsoft.Extensions.Options;

namespace MusicFlow.Core.Enrichment;

/// <summary>The providers in the order of the settings. Thread-safe.</summary>
public sealed class ProviderList
{
    /// <summary>Puts the providers in order.</summary>
    /// <param name="providers">All there are.</param>
    /// <param name="options">Their order.</param>
    public ProviderList(IEnumerable<ITrackProvider> providers, IOptions<EnrichmentOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] names = [.. options.Value.Names, .. new EnrichmentOptions().Names];
        All = [.. providers.OrderBy(provider => Array.IndexOf(names, provider.Name) is >= 0 and var at ? at : names.Length)];
        On = options.Value.Offline ? [] : [.. All.Where(provider => provider.OffBecause is null)];
        IsOffline = options.Value.Offline;
    }

    /// <summary>All providers, also those that are off.</summary>
    public IReadOnlyList<ITrackProvider> All { get; }

    /// <summary>Those that are asked; the first one wins each fact.</summary>
    public IReadOnlyList<ITrackProvider> On { get; }

    /// <summary>Whether a setting keeps the bot from asking anybody.</summary>
    public bool IsOffline { get; }
}
