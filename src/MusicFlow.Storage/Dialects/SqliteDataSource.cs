using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MusicFlow.Storage.Dialects;

/// <summary>Opens connections to one SQLite file, each with the settings the stores rely on. Connections are pooled.</summary>
internal sealed class SqliteDataSource : DbDataSource
{
    // NORMAL loses no committed transaction in WAL mode when the process dies, only when the machine does; mmap spares a copy per page.
    const string Settings = "pragma synchronous = normal; pragma mmap_size = 268435456; pragma temp_store = memory;";

    static SqliteDataSource() => SqliteNative.Load();

    public SqliteDataSource(string connectionString) =>
        ConnectionString = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true }.ToString();

    /// <inheritdoc/>
    public override string ConnectionString { get; }

    /// <summary>The database file <c>musicflow.db</c> in a folder, which is created.</summary>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    public static SqliteDataSource InFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The data directory {folder} cannot be made ({ex.Message.TrimEnd('.')}): set {DataDirectory.Setting} to a folder that may be written.", ex);
        }
        return new SqliteDataSource(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "musicflow.db") }.ToString());
    }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <remarks>SQLite has no asynchronous calls: this opens at once.</remarks>
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<DbConnection>(OpenDbConnection());
    }

    protected override void Dispose(bool disposing)
    {
        ClearPool();
        base.Dispose(disposing);
    }

    protected override ValueTask DisposeAsyncCore()
    {
        ClearPool();
        return base.DisposeAsyncCore();
    }

    /// <summary>Closes the idle connections, so that the file may be moved or deleted.</summary>
    void ClearPool()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
