using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;

namespace MusicFlow.Storage.Dialects;

/// <summary>Finds tracks by the rare trigrams they share with a text: typing errors break a few of them, never all. Thread-safe.</summary>
/// <remarks>
/// FTS5's own ranking visits every row that has any trigram, a third of the table for <c>the</c>. Here the rarest trigrams are taken until
/// their rows add up to <see cref="RowBudget"/>, and rows are ranked by the sum of −log(share of tracks that have the trigram).
/// Rows that hold all trigrams are found beforehand, however common these are.
/// </remarks>
internal sealed class SqliteTrigramSearch
{
    const int RowBudget = 10_000;
    const int LeastTrigrams = 3;
    const int MostTrigrams = 60;
    const int MostRemembered = 100_000;

    /// <summary>Rows per trigram as of its first use: a rough figure is good enough for the choice.</summary>
    readonly ConcurrentDictionary<string, long> rows = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<long>> FindAsync(DbConnection connection, string text, int limit, CancellationToken ct)
    {
        var known = new List<(string Trigram, long Rows)>();
        foreach (var trigram in Trigrams(text).Take(MostTrigrams))
            if (await CountAsync(connection, trigram, ct) is > 0 and var count)
                known.Add((trigram, count));
        if (known.Count == 0)
            return [];
        var all = await FindAllAsync(connection, known.ConvertAll(entry => entry.Trigram), limit, ct);
        var ranked = await FindRankedAsync(connection, Rarest(known), limit, ct);
        return [.. all.Concat(ranked).Distinct().Take(limit)];
    }

    /// <summary>The three-character pieces of every word, with a space on both sides of it, each once.</summary>
    internal static IEnumerable<string> Trigrams(string text) => text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(word => Pieces($" {word} "))
        .Distinct(StringComparer.Ordinal);

    static IEnumerable<string> Pieces(string word)
    {
        // FTS5 counts code points, not UTF-16 units.
        var runes = word.EnumerateRunes().ToArray();
        for (var i = 0; i + 3 <= runes.Length; i++)
            yield return string.Concat(runes[i].ToString(), runes[i + 1].ToString(), runes[i + 2].ToString());
    }

    async Task<long> CountAsync(DbConnection connection, string trigram, CancellationToken ct)
    {
        if (rows.TryGetValue(trigram, out var known))
            return known;
        var count = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select coalesce(max(doc), 0) from track_trigram where term = @trigram", new { trigram }, cancellationToken: ct));
        // A trigram without rows may get some with the next import.
        if (count > 0 && rows.Count < MostRemembered)
            rows[trigram] = count;
        return count;
    }

    static List<(string Trigram, long Rows)> Rarest(List<(string Trigram, long Rows)> known)
    {
        known.Sort((left, right) => left.Rows.CompareTo(right.Rows));
        var sum = 0L;
        var taken = known.TakeWhile((entry, i) => (sum += entry.Rows) <= RowBudget || i < LeastTrigrams);
        return [.. taken];
    }

    static async Task<IEnumerable<long>> FindAllAsync(DbConnection connection, List<string> trigrams, int limit, CancellationToken ct) =>
        await connection.QueryAsync<long>(new CommandDefinition(
            "select rowid from track_search where track_search match @all limit @limit",
            new { all = string.Join(' ', trigrams.Select(Quoted)), limit }, cancellationToken: ct));

    static async Task<IEnumerable<long>> FindRankedAsync(DbConnection connection, List<(string Trigram, long Rows)> trigrams, int limit, CancellationToken ct)
    {
        var parameters = new DynamicParameters(new { limit });
        var sql = new StringBuilder("select id from (");
        for (var i = 0; i < trigrams.Count; i++)
        {
            // The weight only orders rows, so any number of tracks above the commonest trigram's serves as the total.
            var weight = Math.Log(10_000_000d / trigrams[i].Rows);
            sql.Append(i == 0 ? "" : " union all ").Append(CultureInfo.InvariantCulture, $"select rowid as id, {Math.Max(0.1, weight):0.000} as weight from track_search where track_search match @t{i}");
            parameters.Add($"t{i}", Quoted(trigrams[i].Trigram));
        }
        sql.Append(") as hits group by id order by sum(weight) desc limit @limit");
        return await connection.QueryAsync<long>(new CommandDefinition(sql.ToString(), parameters, cancellationToken: ct));
    }

    static string Quoted(string trigram) => $"\"{trigram.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
