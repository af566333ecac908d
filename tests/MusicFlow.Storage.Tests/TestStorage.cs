using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Testing;
using Npgsql;

namespace MusicFlow.Storage.Tests;

/// <summary>A real, empty, migrated database of each kind; thrown away afterwards.</summary>
public sealed class TestStorage : IAsyncDisposable
{
    /// <summary>Environment variable with the connection string of a server on which schemas may be made.</summary>
    public const string PostgresVariable = "MUSICFLOW_TEST_POSTGRES";

    readonly ServiceProvider services;
    readonly Func<Task> drop;

    TestStorage(Dictionary<string, string?> settings, Func<Task> drop)
    {
        this.drop = drop;
        services = Services(settings, Clock);
    }

    /// <summary>Both providers, for theories.</summary>
    public static TheoryData<StorageProvider> Both => [StorageProvider.Sqlite, StorageProvider.PostgreSQL];

    /// <summary>The clock of the stores.</summary>
    public ManualTime Clock { get; } = new();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public static ServiceProvider Services(Dictionary<string, string?> settings, TimeProvider? clock = null) => new ServiceCollection()
        .AddSingleton(clock ?? TimeProvider.System)
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddLogging()
        .AddStorage()
        .BuildServiceProvider();

    /// <summary>Creates a database without any table; skips the test where PostgreSQL is asked for and there is no server.</summary>
    public static async Task<TestStorage> CreateAsync(StorageProvider provider) => provider == StorageProvider.Sqlite ? Sqlite() : await PostgresAsync();

    /// <summary>Creates a database and migrates it.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public static async Task<TestStorage> OpenAsync(StorageProvider provider)
    {
        var storage = await CreateAsync(provider);
        await storage.Get<Migrator>().MigrateAsync(TestContext.Current.CancellationToken);
        return storage;
    }

    static TestStorage Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("musicflow-test-").FullName;
        return new TestStorage(new() { [DataDirectory.Setting] = folder }, () =>
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    static async Task<TestStorage> PostgresAsync()
    {
        if (Environment.GetEnvironmentVariable(PostgresVariable) is not { Length: > 0 } server)
        {
            Assert.Skip($"PostgreSQL was not tested: {PostgresVariable} names no server (.ci/postgres start prints one).");
            return null!;
        }
        var schema = $"test_{Guid.NewGuid():N}";
        // "if not exists" is no lock: two that find it missing both create it.
        await ExecuteAsync(server, $"select pg_advisory_xact_lock(1); create extension if not exists pg_trgm; create schema {schema}");
        var connection = new NpgsqlConnectionStringBuilder(server) { SearchPath = $"{schema},public" }.ToString();
        return new TestStorage(
            new() { ["Storage:Provider"] = "PostgreSQL", ["Storage:ConnectionString"] = connection },
            () => ExecuteAsync(server, $"drop schema {schema} cascade"));
    }

    static async Task ExecuteAsync(string server, string sql)
    {
        await using var database = NpgsqlDataSource.Create(server);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await drop();
    }
}
