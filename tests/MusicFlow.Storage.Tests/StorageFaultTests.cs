using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MusicFlow.Storage.Tests;

public sealed class StorageFaultTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("musicflow-fault-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    string DatabaseFile => Path.Combine(folder, "musicflow.db");

    [Fact]
    public async Task A_file_that_is_no_database_is_called_so_and_left_alone()
    {
        await File.WriteAllTextAsync(DatabaseFile, new string('x', 5000), Ct);

        Assert.Contains("no database at all", await FaultAsync(), StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(DatabaseFile, Ct));
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_asks_for_another_folder()
    {
        Directory.CreateDirectory(DatabaseFile);

        Assert.Contains("MusicFlow:DataDirectory", await FaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_named_and_what_was_begun_is_undone()
    {
        await using var services = TestStorage.Services(new() { [DataDirectory.Setting] = folder });
        var database = services.GetRequiredService<DbDataSource>();
        // A database of at most two pages is a disk that is full at once; the pool hands the same connection out again.
        await using (var small = await database.OpenConnectionAsync(Ct))
            await small.ExecuteAsync("pragma max_page_count = 2");

        var fault = await Assert.ThrowsAnyAsync<DbException>(() => database.RunAsync(
            transaction => transaction.Connection!.ExecuteAsync("create table a (x); create table b (x); create table c (x)", transaction: transaction), Ct));

        Assert.Contains("The disk is full", StorageFault.Explain(fault), StringComparison.Ordinal);
        await using var connection = await database.OpenConnectionAsync(Ct);
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("select count(*) from sqlite_master"));
    }

    [Fact]
    public async Task What_went_wrong_first_is_told_even_where_the_database_undid_the_work_already()
    {
        await using var database = new Undone();

        var fault = await Assert.ThrowsAsync<DatabaseSays>(() => database.RunAsync(_ => throw new DatabaseSays("full"), Ct));

        Assert.Equal("full", fault.Message);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSQL")]
    public void A_connection_string_that_cannot_be_read_is_refused_without_quoting_it(string provider)
    {
        using var services = TestStorage.Services(new() { ["Storage:Provider"] = provider, ["Storage:ConnectionString"] = "secret-garbage" });

        var refusal = Assert.Throws<OptionsValidationException>(services.GetRequiredService<DbDataSource>);

        Assert.Contains("Storage:ConnectionString", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_directory_that_is_a_file_names_the_setting()
    {
        File.WriteAllText(DatabaseFile, "");
        using var services = TestStorage.Services(new() { [DataDirectory.Setting] = DatabaseFile });

        Assert.Contains(DataDirectory.Setting, Assert.Throws<IOException>(services.GetRequiredService<DbDataSource>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_asks_whether_it_runs()
    {
        await using var services = TestStorage.Services(new() { ["Storage:Provider"] = "PostgreSQL", ["Storage:ConnectionString"] = "Host=127.0.0.1;Port=1;Username=x;Password=geheim" });

        var fault = await Assert.ThrowsAnyAsync<DbException>(() => services.GetRequiredService<Migrator>().MigrateAsync(Ct));

        Assert.Contains("that the server runs", StorageFault.Explain(fault), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", StorageFault.Explain(fault), StringComparison.Ordinal);
    }

    async Task<string> FaultAsync()
    {
        await using var services = TestStorage.Services(new() { [DataDirectory.Setting] = folder });
        return StorageFault.Explain(await Assert.ThrowsAnyAsync<DbException>(() => services.GetRequiredService<Migrator>().MigrateAsync(Ct)));
    }

    sealed class DatabaseSays(string message) : DbException(message);

    sealed class Undone : DbDataSource
    {
        public override string ConnectionString => "Data Source=:memory:";

        protected override DbConnection CreateDbConnection() => new Sore(ConnectionString);
    }

    sealed class Sore(string connectionString) : SqliteConnection(connectionString)
    {
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            throw new DatabaseSays("cannot rollback - no transaction is active");
        }
    }
}
