using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Catalogs;
using MusicFlow.Chat;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Storage;
using Serilog;
using Serilog.Events;

namespace MusicFlow.Bot;

/// <summary>The one place that sees everything: which type answers for which port.</summary>
internal static class Composition
{
    /// <exception cref="UsageException">A settings file cannot be read.</exception>
    public static ServiceProvider Build(Terminal terminal)
    {
        var configuration = Settings();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.AddSerilog(Log(), dispose: true))
            .AddSingleton(TimeProvider.System)
            .AddStorage()
            .AddCatalogs()
            .AddChat()
            .AddSingleton<TrackFinder>()
            .AddSingleton(_ => new ModelRegistry(Path.Combine(AppContext.BaseDirectory, "models"), Path.Combine(DataDirectory.Of(configuration), "models")))
            .AddSingleton(ChatPredictor)
            .AddSingleton(terminal)
            .AddSingleton<OpenedCatalogue>()
            .BuildServiceProvider();
    }

    /// <summary>Chats are answered for any listener: a model of one would know nothing of whoever asks.</summary>
    /// <exception cref="UsageException">The model in use serves one listener.</exception>
    private static Predictor ChatPredictor(IServiceProvider services)
    {
        var model = services.GetRequiredService<ModelRegistry>().Load();
        return model.Metadata.Kind == ModelKind.AnyListener
            ? new Predictor(model)
            : throw new UsageException($"The model {model.Metadata.Id} knows one listener and cannot answer a chat; choose another with \"musicflow models use {ModelRegistry.DefaultName}\".");
    }

    private static IConfigurationRoot Settings()
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
