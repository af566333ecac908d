using System.Data.Common;
using Dapper;
using MusicFlow.Core.Enrichment;

namespace MusicFlow.Storage.Tracks;

/// <summary>Takes facts out of the catalogue that their source allows to be kept only for a while. Used once, inside one transaction.</summary>
internal sealed class TrackExpiry(DbTransaction transaction)
{
    /// <summary>Looks through the tracks that may hold such facts and drops what is too old.</summary>
    /// <returns>Number of tracks changed or deleted.</returns>
    public async Task<long> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var changed = 0L;
        foreach (var row in await CandidatesAsync(ct))
        {
            var track = TrackMapping.ToFacts(row);
            if (FactExpiry.Apply(track, now) is not { } kept)
                changed += await ExecuteAsync("delete from track where id = @Id", row, ct);
            else if (kept != track)
                changed += await ExecuteAsync(TrackSql.Update, RowOf(row.Id, kept), ct);
        }
        return changed;
    }

    async Task<IEnumerable<TrackRow>> CandidatesAsync(CancellationToken ct)
    {
        var conditions = FactExpiry.All.Select((_, i) => $"t.source = @name{i} or t.field_sources like @other{i}");
        var values = new DynamicParameters();
        foreach (var (expiry, i) in FactExpiry.All.Select((expiry, i) => (expiry, i)))
        {
            values.Add($"name{i}", expiry.Source);
            values.Add($"other{i}", $"%\"{expiry.Source}\"%");
        }
        return await transaction.Connection!.QueryAsync<TrackRow>(new CommandDefinition(
            $"select {TrackSql.Columns} from track t where {string.Join(" or ", conditions)} order by t.id", values, transaction, cancellationToken: ct));
    }

    static TrackRow RowOf(long id, Core.Tracks.TrackFacts facts)
    {
        var row = TrackMapping.ToRow(facts);
        row.Id = id;
        return row;
    }

    Task<int> ExecuteAsync(string sql, object row, CancellationToken ct) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, row, transaction, cancellationToken: ct));
}
