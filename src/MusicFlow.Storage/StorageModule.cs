using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Core.Tracks;
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
        return services;
    }

    static bool IsSqlite(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageOptions>>().Value.Provider == StorageProvider.Sqlite;

    static DbDataSource CreateDatabase(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (options.Provider == StorageProvider.Sqlite)
        {
            return options.ConnectionString.Length > 0
                ? new SqliteDataSource(options.ConnectionString)
                : SqliteDataSource.InFolder(DataDirectory.Of(provider.GetRequiredService<IConfiguration>()));
        }
        return options.ConnectionString.Length > 0
            ? NpgsqlDataSource.Create(options.ConnectionString)
            : throw new OptionsValidationException(StorageOptions.Section, typeof(StorageOptions), ["Storage:ConnectionString is empty: PostgreSQL needs one, such as Host=localhost;Database=musicflow;Username=musicflow."]);
    }
}
