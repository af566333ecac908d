using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;
using MusicFlow.Storage.Chats;
using MusicFlow.Storage.Dialects;
using MusicFlow.Storage.Tracks;
using Npgsql;

namespace MusicFlow.Storage;

/// <summary>Puts the database and its stores into the container.</summary>
public static class StorageModule
{
    /// <summary>Adds the database named by the settings, its <see cref="Migrator"/> (also run when a host starts) and every store.</summary>
    /// <param name="services">A container that has an <see cref="IConfiguration"/> and logging.</param>
    /// <remarks>Without a host call <see cref="Migrator.MigrateAsync"/> before the first store is used.</remarks>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptions.Validator>();
        services.AddSingleton(CreateDatabase);
        services.AddSingleton<ISqlDialect>(provider =>
            IsSqlite(provider) ? new SqliteDialect() : new PostgreSqlDialect());
        services.AddSingleton(provider => new Migrator(
            provider.GetRequiredService<DbDataSource>(), provider.GetRequiredService<ISqlDialect>(), provider.GetRequiredService<ILogger<Migrator>>()));
        services.AddHostedService<MigrationStart>();
        services.AddSingleton<ITrackCatalog, TrackCatalog>();
        services.AddSingleton<IQuestions, Questions>();
        services.AddSingleton<ITopSongs, TopSongs>();
        services.AddSingleton<IChatSettings, ChatSettingsStore>();
        return services;
    }

    static bool IsSqlite(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageOptions>>().Value.Provider == StorageProvider.Sqlite;

    static DbDataSource CreateDatabase(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (options is { Provider: StorageProvider.Sqlite, ConnectionString.Length: 0 })
            return SqliteDataSource.InFolder(DataDirectory.Of(provider.GetRequiredService<IConfiguration>()));
        if (options.ConnectionString.Length == 0)
            throw Wrong("Storage:ConnectionString is empty: PostgreSQL needs one, such as Host=localhost;Database=musicflow;Username=musicflow.");
        try
        {
            return options.Provider == StorageProvider.Sqlite ? new SqliteDataSource(options.ConnectionString) : NpgsqlDataSource.Create(options.ConnectionString);
        }
        catch (Exception ex) when (ex is ArgumentException or FormatException)
        {
            // The exception may quote the string, and so a password.
            var example = options.Provider == StorageProvider.Sqlite ? "Data Source=/path/musicflow.db" : "Host=localhost;Database=musicflow;Username=musicflow";
            throw Wrong($"Storage:ConnectionString is none that {options.Provider} understands: write it like {example}.");
        }
    }

    static OptionsValidationException Wrong(string problem) => new(StorageOptions.Section, typeof(StorageOptions), [problem]);
}
