using System.Data.Common;
using Dapper;

namespace MusicFlow.Storage.Tests;

public sealed class MigratorTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Migrating_twice_does_nothing_the_second_time(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);

        await storage.Get<Migrator>().MigrateAsync(Ct);

        await using var connection = await storage.Get<DbDataSource>().OpenConnectionAsync(Ct);
        var names = (await connection.QueryAsync<string>("select name from migration order by name")).ToList();
        Assert.Equal("0001-tracks", names[0]);
        Assert.Equal(names.Distinct(), names);
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Programs_that_start_together_wait_for_each_other(StorageProvider provider)
    {
        await using var storage = await TestStorage.CreateAsync(provider);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () => storage.Get<Migrator>().MigrateAsync(Ct), Ct, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        await using var after = await storage.Get<DbDataSource>().OpenConnectionAsync(Ct);
        Assert.Equal(0, await after.ExecuteScalarAsync<long>("select count(*) from track"));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task A_database_of_a_newer_version_is_refused_by_name(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        await using (var connection = await storage.Get<DbDataSource>().OpenConnectionAsync(Ct))
            await connection.ExecuteAsync("insert into migration (name) values ('9999-future')");

        var error = await Assert.ThrowsAsync<NewerDatabaseException>(() => storage.Get<Migrator>().MigrateAsync(Ct));

        Assert.Contains("9999-future", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sqlite_file_is_kept_in_write_ahead_mode_by_an_SQLite_with_trigrams()
    {
        await using var storage = await TestStorage.OpenAsync(StorageProvider.Sqlite);
        await using var connection = await storage.Get<DbDataSource>().OpenConnectionAsync(Ct);

        Assert.Equal("wal", await connection.ExecuteScalarAsync<string>("pragma journal_mode"));
        Assert.True(Version.Parse((await connection.ExecuteScalarAsync<string>("select sqlite_version()"))!) >= new Version(3, 35, 5));
    }
}
