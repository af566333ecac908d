using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Bot.Hosting;
using MusicFlow.Bot.Platforms;
using MusicFlow.Catalogs;
using MusicFlow.Chat;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Storage;
using Serilog;
using Serilog.Events;

namespace MusicFlow.Bot;

/// <summary>The one place that sees everything: which type answers for which port.</summary>
internal static class Composition
{
    /// <summary>The services of the command line.</summary>
    /// <exception cref="UsageException">A settings file cannot be read.</exception>
    public static ServiceProvider Build(Terminal terminal)
    {
        var settings = Settings();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(settings)
            .AddLogging(logging => logging.AddSerilog(Log(), dispose: true))
            .AddMusicFlow(terminal)
            .AddPlatformChecks(settings)
            .BuildServiceProvider();
    }

    /// <summary>What the command line and the host share.</summary>
    /// <param name="services">A container with configuration and logging.</param>
    /// <param name="terminal">The terminal.</param>
    public static IServiceCollection AddMusicFlow(this IServiceCollection services, Terminal terminal) => services
        .AddSingleton(TimeProvider.System)
        .AddStorage()
        .AddCatalogs()
        .AddSingleton<TrackFinder>()
        .AddSingleton(provider => new ModelRegistry(
            Path.Combine(AppContext.BaseDirectory, "models"), Path.Combine(DataDirectory.Of(provider.GetRequiredService<IConfiguration>()), "models")))
        .AddSingleton(provider => ServingModel.Of(provider.GetRequiredService<ModelRegistry>(), provider.GetRequiredService<FactPolicy>()))
        .AddChat()
        .AddSingleton(terminal)
        .AddSingleton<OpenedCatalogue>();

    /// <summary>Settings files beside the program and in the current folder, then the environment; the later wins.</summary>
    /// <exception cref="UsageException">A settings file cannot be read.</exception>
    public static IConfigurationRoot Settings()
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true)
                .AddEnvironmentVariables()
                .Build();
        }
        catch (InvalidDataException ex)
        {
            throw new UsageException($"{ex.Message.TrimEnd('.')}: it is no JSON; appsettings.example.json shows how it looks.");
        }
    }

    /// <summary>Logs go to stderr, results to stdout; a verb says by itself what a person needs to know.</summary>
    private static Serilog.Core.Logger Log() => new LoggerConfiguration()
        .MinimumLevel.Warning()
        .WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: System.Globalization.CultureInfo.InvariantCulture)
        .CreateLogger();
}
