using System.Data.Common;
using Dapper;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;
using MusicFlow.Storage.Dialects;

namespace MusicFlow.Storage.Tracks;

/// <summary>One import call: loads the recordings it touches, merges in memory, writes what changed. Used once, inside one transaction.</summary>
internal sealed class ImportBatch(DbTransaction transaction, ISqlDialect dialect)
{
    sealed class Entry(TrackFacts facts, long id)
    {
        public TrackFacts Facts { get; set; } = facts;
        public long Id { get; set; } = id;
        public bool IsChanged { get; set; }
        public HashSet<string> NewAliases { get; } = [];
    }

    readonly Dictionary<string, Entry> byKey = new(StringComparer.Ordinal);
    readonly Dictionary<string, Entry> byAlias = new(StringComparer.Ordinal);
    readonly List<Entry> added = [];

    public async Task<ImportCounts> RunAsync(IReadOnlyCollection<TrackFacts> tracks, CancellationToken ct)
    {
        var good = tracks.Where(TrackLimits.IsStorable).Select(track => (Track: track, Key: TrackKey.Of(track)!.Value)).ToList();
        await LoadAsync(good, ct);
        foreach (var (track, key) in good)
            Take(track, key);
        await WriteAsync(ct);
        return new ImportCounts(added.Count, good.Count - added.Count, tracks.Count - good.Count);
    }

    async Task LoadAsync(List<(TrackFacts Track, TrackKey Key)> tracks, CancellationToken ct)
    {
        var keys = tracks.Select(entry => entry.Key.Value).ToHashSet();
        var aliases = tracks.SelectMany(entry => TrackAlias.IdsOf(entry.Track).Append(TrackAlias.OfKey(entry.Key))).ToHashSet();
        var rows = await QueryAsync<TrackRow>($"select {TrackSql.Columns} from track t where {dialect.IsOneOf("t.track_key", "@list")}", keys, ct);
        var byId = new Dictionary<long, Entry>();
        foreach (var row in rows)
            byId[row.Id] = byKey[row.TrackKey] = new Entry(TrackMapping.ToFacts(row), row.Id);
        var links = await QueryAsync<(string Alias, long Id)>($"select alias, track_id from track_alias where {dialect.IsOneOf("alias", "@list")}", aliases, ct);
        await LoadLinkedAsync([.. links.Select(link => link.Id).Where(id => !byId.ContainsKey(id)).Distinct()], byId, ct);
        foreach (var (alias, id) in links)
            byAlias[alias] = byId[id];
    }

    async Task LoadLinkedAsync(long[] ids, Dictionary<long, Entry> byId, CancellationToken ct)
    {
        if (ids.Length == 0)
            return;
        var rows = await transaction.Connection!.QueryAsync<TrackRow>(new CommandDefinition(
            $"select {TrackSql.Columns} from track t where t.id in ({string.Join(',', ids)})", transaction: transaction, cancellationToken: ct));
        foreach (var row in rows)
            byId[row.Id] = new Entry(TrackMapping.ToFacts(row), row.Id);
    }

    async Task<List<T>> QueryAsync<T>(string sql, IReadOnlyCollection<string> list, CancellationToken ct) =>
        (await transaction.Connection!.QueryAsync<T>(new CommandDefinition(sql, new { list = dialect.ListOf(list) }, transaction, cancellationToken: ct))).AsList();

    void Take(TrackFacts track, TrackKey key)
    {
        var entry = Find(track, key);
        if (entry is null)
        {
            entry = byKey[key.Value] = new Entry(track, 0) { IsChanged = true };
            added.Add(entry);
        }
        else
        {
            var merged = entry.Facts.RefreshFrom(track);
            // Names stay as first met: they are what the recording is found by. Only their source may become one that lets them stay.
            var names = HasLastingNames(entry.Facts, track) ? track : entry.Facts;
            merged = merged with { Title = names.Title, Artists = names.Artists };
            entry.IsChanged |= merged != entry.Facts;
            entry.Facts = merged;
            if (!byKey.ContainsKey(key.Value) && byAlias.TryAdd(TrackAlias.OfKey(key), entry))
                entry.NewAliases.Add(TrackAlias.OfKey(key));
        }
        foreach (var alias in TrackAlias.IdsOf(track))
            if (byAlias.TryAdd(alias, entry))
                entry.NewAliases.Add(alias);
    }

    /// <summary>Whether the names that are known may be kept for a while only, and the same names are offered by somebody who sets no limit.</summary>
    static bool HasLastingNames(TrackFacts known, TrackFacts offered) =>
        known.Title is { } held && FactExpiry.IsLimited(held.Source.Name)
        && offered.Title is { } title && !FactExpiry.IsLimited(title.Source.Name) && TrackKey.Of(offered) == TrackKey.Of(known);

    Entry? Find(TrackFacts track, TrackKey key)
    {
        foreach (var alias in TrackAlias.IdsOf(track))
            if (byAlias.TryGetValue(alias, out var known))
                return known;
        return byKey.GetValueOrDefault(key.Value) ?? byAlias.GetValueOrDefault(TrackAlias.OfKey(key));
    }

    async Task WriteAsync(CancellationToken ct)
    {
        var entries = byKey.Values.Concat(byAlias.Values).Distinct().ToList();
        // Given as lists, Dapper prepares each statement once for all rows.
        await ExecuteAsync(TrackSql.Update, entries.Where(entry => entry.IsChanged && entry.Id != 0).Select(RowOf), ct);
        await ExecuteAsync(TrackSql.Insert, added.Select(RowOf), ct);
        await LearnIdsAsync(ct);
        await ExecuteAsync(TrackSql.InsertAlias, entries.SelectMany(entry => entry.NewAliases.Select(alias => new { alias, id = entry.Id })), ct);
    }

    async Task LearnIdsAsync(CancellationToken ct)
    {
        var keys = added.Select(entry => TrackKey.Of(entry.Facts)!.Value.Value).ToList();
        var ids = await QueryAsync<(long Id, string Key)>($"select t.id, t.track_key from track t where {dialect.IsOneOf("t.track_key", "@list")}", keys, ct);
        foreach (var (id, key) in ids)
            byKey[key].Id = id;
    }

    static TrackRow RowOf(Entry entry)
    {
        var row = TrackMapping.ToRow(entry.Facts);
        row.Id = entry.Id;
        return row;
    }

    Task<int> ExecuteAsync(string sql, IEnumerable<object> rows, CancellationToken ct) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, rows, transaction, cancellationToken: ct));
}
