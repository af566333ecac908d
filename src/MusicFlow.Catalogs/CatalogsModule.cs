using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MusicFlow.Catalogs.Starter;
using MusicFlow.Catalogs.TidyTuesday;

namespace MusicFlow.Catalogs;

/// <summary>Puts the sources of tracks into the container.</summary>
public static class CatalogsModule
{
    /// <summary>Adds the CSV importer, the starter songs (loaded into an empty catalogue when a host starts) and the TidyTuesday download.</summary>
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
        return services;
    }
}
