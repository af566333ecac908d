using System.Data.Common;
using Dapper;

namespace MusicFlow.Storage.Dialects;

/// <summary>PostgreSQL 13 or newer with the trusted extension pg_trgm.</summary>
internal sealed class PostgreSqlDialect : ISqlDialect
{
    /// <summary>Least share of trigrams in common; low, because a stored text also names guests and versions.</summary>
    const string Threshold = "set local pg_trgm.similarity_threshold = 0.25";

    public string Suffix => "postgresql";

    public string Preparation => "select 1";

    public string IsOneOf(string column, string parameter) => $"{column} = any({parameter})";

    public object ListOf(IReadOnlyCollection<string> values) => values.ToArray();

    public Task LockAsync(DbTransaction transaction, WriterLock kind, CancellationToken ct) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(@kind)", new { kind = (long)kind }, transaction, cancellationToken: ct));

    public async Task<IReadOnlyList<long>> FindTracksAsync(DbConnection connection, string text, int limit, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(Threshold, transaction: transaction, cancellationToken: ct));
        var ids = await connection.QueryAsync<long>(new CommandDefinition(
            "select id from track where search % @text order by similarity(search, @text) desc, popularity desc nulls last limit @limit",
            new { text, limit }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
        return ids.AsList();
    }
}
