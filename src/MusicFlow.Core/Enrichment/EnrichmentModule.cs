using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MusicFlow.Core.Enrichment;

/// <summary>Puts the live look-up of tracks into the container.</summary>
public static class EnrichmentModule
{
    /// <summary>Adds what <c>TrackFinder</c> needs to look beyond the catalogue; the providers themselves come from <c>AddCatalogs</c>.</summary>
    /// <param name="services">A container that has a track catalogue, a configuration and logging.</param>
    public static IServiceCollection AddEnrichment(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<EnrichmentOptions>().BindConfiguration(EnrichmentOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EnrichmentOptions>, EnrichmentOptions.Validator>();
        services.AddSingleton<ProviderList>().AddSingleton<TrackIdentifier>().AddSingleton<EnrichmentChain>();
        services.AddSingleton<RefreshBacklog>().AddSingleton<LiveTracks>();
        services.AddHostedService<RefreshService>();
        services.AddHostedService<ExpiryService>();
        return services;
    }
}
