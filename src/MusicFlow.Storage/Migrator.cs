using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MusicFlow.Storage.Dialects;

namespace MusicFlow.Storage;

/// <summary>Brings the database to the schema this program was built with: the embedded <c>Migrations/NNNN-name[.dialect].sql</c>, in order, each once.</summary>
/// <remarks>Programs starting at the same time wait for each other. Running it again does nothing.</remarks>
public sealed class Migrator
{
    readonly DbDataSource database;
    readonly ISqlDialect dialect;
    readonly ILogger<Migrator> log;

    internal Migrator(DbDataSource database, ISqlDialect dialect, ILogger<Migrator> log) =>
        (this.database, this.dialect, this.log) = (database, dialect, log);

    /// <summary>Runs the migrations that have not run yet.</summary>
    /// <param name="ct">Cancels between two migrations; the one under way is rolled back.</param>
    /// <exception cref="DbException">The database cannot be reached or refused a migration.</exception>
    /// <exception cref="NewerDatabaseException">The database has migrations that this program does not know.</exception>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await using (var connection = await database.OpenConnectionAsync(ct))
            await connection.ExecuteAsync(new CommandDefinition(dialect.Preparation, cancellationToken: ct));
        await database.RunAsync(transaction => RunPendingAsync(transaction, ct), ct);
    }

    async Task RunPendingAsync(DbTransaction transaction, CancellationToken ct)
    {
        var connection = transaction.Connection!;
        await dialect.LockAsync(transaction, WriterLock.Migration, ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "create table if not exists migration (name text primary key)", transaction: transaction, cancellationToken: ct));
        var done = (await connection.QueryAsync<string>(new CommandDefinition("select name from migration", transaction: transaction, cancellationToken: ct))).ToHashSet();
        var known = Migration.All(dialect.Suffix);
        if (done.Except(known.Select(migration => migration.Name)).FirstOrDefault() is { } foreign)
            throw new NewerDatabaseException(foreign);
        foreach (var migration in known.Where(migration => !done.Contains(migration.Name)))
        {
            await connection.ExecuteAsync(new CommandDefinition(migration.Sql, transaction: transaction, cancellationToken: ct));
            await connection.ExecuteAsync(new CommandDefinition("insert into migration (name) values (@Name)", migration, transaction, cancellationToken: ct));
            log.Migrated(migration.Name);
        }
    }
}

/// <summary>Migrates when the host starts, before any adapter does.</summary>
internal sealed class MigrationStart(Migrator migrator) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => migrator.MigrateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
