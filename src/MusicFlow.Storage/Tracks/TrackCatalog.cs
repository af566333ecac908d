using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using MusicFlow.Core.Tracks;
using MusicFlow.Storage.Dialects;

namespace MusicFlow.Storage.Tracks;

/// <summary>The catalogue in the tables <c>track</c> and <c>track_alias</c>.</summary>
internal sealed class TrackCatalog(DbDataSource database, ISqlDialect dialect) : ITrackCatalog
{
    /// <summary>Most values in one list parameter.</summary>
    const int ListSize = 5_000;

    public async Task<ImportCounts> ImportAsync(IReadOnlyCollection<TrackFacts> tracks, CancellationToken ct)
    {
        var counts = default(ImportCounts);
        await database.RunAsync(
            async transaction =>
            {
                await dialect.LockAsync(transaction, WriterLock.TrackImport, ct);
                counts = await new ImportBatch(transaction, dialect).RunAsync(tracks, ct);
            },
            ct);
        return counts;
    }

    public async Task<IReadOnlyList<TrackFacts>> FindCandidatesAsync(string text, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 500);
        var folded = PlainText.Fold(text);
        if (folded.Length == 0)
            return [];
        await using var connection = await database.OpenConnectionAsync(ct);
        // Hundreds of songs are called "Hello": of those the best known come first.
        var titled = await connection.QueryAsync<long>(new CommandDefinition(
            "select id from track where song = @song order by coalesce(popularity, -1) desc limit @limit",
            new { song = TrackSearchText.Song(text), limit = Math.Max(1, limit / 2) }, cancellationToken: ct));
        var alike = await dialect.FindTracksAsync(connection, folded, limit, ct);
        return await ReadAsync(connection, [.. titled.Concat(alike).Distinct().Take(limit)], ct);
    }

    public async Task<TrackFacts?> GetAsync(TrackKey key, CancellationToken ct) =>
        await GetOneAsync("t.track_key = @value", key.Value, ct) ?? await GetByAliasAsync(TrackAlias.OfKey(key), ct);

    public async Task<TrackFacts?> GetByIdAsync(TrackId id, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return (await ReadAsync(connection, [id.Value], ct)).SingleOrDefault();
    }

    public async Task<IReadOnlyDictionary<TrackKey, TrackFacts>> GetManyAsync(IReadOnlyCollection<TrackKey> keys, CancellationToken ct)
    {
        var found = new Dictionary<TrackKey, TrackFacts>();
        await using var connection = await database.OpenConnectionAsync(ct);
        foreach (var part in keys.Distinct().Chunk(ListSize))
        {
            var rows = await QueryAsync(connection, $"from track t where {dialect.IsOneOf("t.track_key", "@list")}", part.Select(key => key.Value), ct);
            foreach (var row in rows)
                found[new TrackKey(row.TrackKey)] = TrackMapping.ToFacts(row);
            var links = await connection.QueryAsync<(string Alias, long Id)>(new CommandDefinition(
                $"select alias, track_id from track_alias where {dialect.IsOneOf("alias", "@list")}",
                new { list = dialect.ListOf([.. part.Where(key => !found.ContainsKey(key)).Select(TrackAlias.OfKey)]) }, cancellationToken: ct));
            foreach (var (alias, id) in links)
                found[new TrackKey(alias[4..])] = (await ReadAsync(connection, [id], ct))[0];
        }
        return found;
    }

    public Task<TrackFacts?> GetBySpotifyIdAsync(string spotifyId, CancellationToken ct) => GetByAliasAsync(TrackAlias.OfSpotifyId(spotifyId), ct);

    public Task<TrackFacts?> GetByLinkAsync(TrackLink link, CancellationToken ct) => GetByAliasAsync(TrackAlias.OfLink(link), ct);

    public Task<TrackFacts?> GetByIsrcAsync(string isrc, CancellationToken ct) => GetByAliasAsync(TrackAlias.OfIsrc(isrc), ct);

    public async Task<long> ExpireAsync(DateTimeOffset now, CancellationToken ct)
    {
        var changed = 0L;
        await database.RunAsync(
            async transaction =>
            {
                await dialect.LockAsync(transaction, WriterLock.TrackImport, ct);
                changed = await new TrackExpiry(transaction).RunAsync(now, ct);
            },
            ct);
        return changed;
    }

    public async Task<IReadOnlyList<TrackFacts>> GetByArtistAsync(string artist, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var rows = await connection.QueryAsync<TrackRow>(new CommandDefinition(
            $"select {TrackSql.Columns} from track t where t.artist_key = @artist order by coalesce(t.popularity, -1) desc, t.id",
            new { artist = TrackKey.Of("", artist).Artist }, cancellationToken: ct));
        return [.. rows.Select(TrackMapping.ToFacts)];
    }

    public async IAsyncEnumerable<TrackFacts> StreamAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await foreach (var row in connection.QueryUnbufferedAsync<TrackRow>($"select {TrackSql.Columns} from track t order by t.id").WithCancellation(ct))
            yield return TrackMapping.ToFacts(row);
    }

    public async Task<CatalogStats> GetStatsAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var (tracks, artists, features, popularity) = await connection.QuerySingleAsync<(long, long, long, long)>(new CommandDefinition(
            "select count(*), count(distinct artist_key), count(danceability), count(popularity) from track", cancellationToken: ct));
        var sources = await connection.QueryAsync<(string Source, long Tracks)>(new CommandDefinition(
            "select source, count(*) from track group by source order by count(*) desc, source", cancellationToken: ct));
        return new CatalogStats(tracks, artists, features, popularity, [.. sources.Select(source => new SourceCount(source.Source, source.Tracks))]);
    }

    Task<TrackFacts?> GetByAliasAsync(string alias, CancellationToken ct) =>
        GetOneAsync("t.id = (select track_id from track_alias where alias = @value)", alias, ct);

    async Task<TrackFacts?> GetOneAsync(string condition, string value, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<TrackRow>(new CommandDefinition(
            $"select {TrackSql.Columns} from track t where {condition}", new { value }, cancellationToken: ct));
        return row is null ? null : TrackMapping.ToFacts(row);
    }

    /// <summary>The tracks of ids, in the order of the ids.</summary>
    static async Task<IReadOnlyList<TrackFacts>> ReadAsync(DbConnection connection, long[] ids, CancellationToken ct)
    {
        if (ids.Length == 0)
            return [];
        var rows = await connection.QueryAsync<TrackRow>(new CommandDefinition(
            $"select {TrackSql.Columns} from track t where t.id in ({string.Join(',', ids)})", cancellationToken: ct));
        var byId = rows.ToDictionary(row => row.Id);
        return [.. ids.Where(byId.ContainsKey).Select(id => TrackMapping.ToFacts(byId[id]))];
    }

    async Task<IEnumerable<TrackRow>> QueryAsync(DbConnection connection, string from, IEnumerable<string> list, CancellationToken ct) =>
        await connection.QueryAsync<TrackRow>(new CommandDefinition($"select {TrackSql.Columns} {from}", new { list = dialect.ListOf([.. list]) }, cancellationToken: ct));
}
