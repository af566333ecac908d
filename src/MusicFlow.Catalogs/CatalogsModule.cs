using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MusicFlow.Catalogs.Http;
using MusicFlow.Catalogs.Spotify;
using MusicFlow.Catalogs.Starter;
using MusicFlow.Catalogs.TidyTuesday;
using MusicFlow.Core.Enrichment;

namespace MusicFlow.Catalogs;

/// <summary>Puts the sources of tracks into the container.</summary>
public static class CatalogsModule
{
    /// <summary>Adds the CSV importer, the starter songs (loaded into an empty catalogue when a host starts), the TidyTuesday download and the live providers.</summary>
    /// <param name="services">A container that has a track catalogue; call this behind <c>AddStorage</c>, so that the database is ready first.</param>
    public static IServiceCollection AddCatalogs(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CatalogImporter>();
        services.AddSingleton<StarterCatalogue>();
        services.AddHostedService<StarterStart>();
        services.AddOptions<TidyTuesdayOptions>().BindConfiguration(TidyTuesdayOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TidyTuesdayOptions>, TidyTuesdayOptions.Validator>();
        // The client keeps its own time: a large file on a slow line may take long, silence may not.
        services.AddHttpClient<TidyTuesdayClient>(http => http.Timeout = Timeout.InfiniteTimeSpan);
        return services.AddProviders();
    }

    static IServiceCollection AddProviders(this IServiceCollection services)
    {
        services.AddOptions<SpotifyOptions>().BindConfiguration(SpotifyOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SpotifyOptions>, SpotifyOptions.Validator>();
        services.AddSingleton<IValidateOptions<ProviderOptions>, ProviderOptions.Validator>();
        foreach (var (name, defaults) in ProviderDefaults.All)
            services.AddOptions<ProviderOptions>(name).Configure(defaults).BindConfiguration(ProviderOptions.SectionOf(name)).ValidateOnStart();
        services.AddSingleton(provider => new FactPolicy(ProviderDefaults.Sources.ToDictionary(
            name => name.ToLowerInvariant(), name => provider.GetRequiredService<IOptionsMonitor<ProviderOptions>>().Get(name).UseForModel, StringComparer.Ordinal)));
        services.AddSingleton<ProviderHttpFactory>().AddSingleton<Providers>();
        foreach (var name in ProviderDefaults.Sources)
            services.AddSingleton<ITrackProvider>(provider => provider.GetRequiredService<Providers>().Make(name));
        return services.AddEnrichment();
    }
}
