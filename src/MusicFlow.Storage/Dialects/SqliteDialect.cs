using System.Data.Common;
using System.Text.Json;

namespace MusicFlow.Storage.Dialects;

/// <summary>SQLite 3.34 or newer with FTS5.</summary>
internal sealed class SqliteDialect : ISqlDialect
{
    readonly SqliteTrigramSearch search = new();

    public string Suffix => "sqlite";

    public string Preparation => "pragma journal_mode = wal;";

    public string IsOneOf(string column, string parameter) => $"{column} in (select value from json_each({parameter}))";

    public object ListOf(IReadOnlyCollection<string> values) => JsonSerializer.Serialize(values, StorageJson.Default.IReadOnlyCollectionString);

    /// <remarks>A transaction begins immediate: it waits for every other writer already.</remarks>
    public Task LockAsync(DbTransaction transaction, WriterLock kind, CancellationToken ct) => Task.CompletedTask;

    public Task<IReadOnlyList<long>> FindTracksAsync(DbConnection connection, string text, int limit, CancellationToken ct) =>
        search.FindAsync(connection, text, limit, ct);
}
