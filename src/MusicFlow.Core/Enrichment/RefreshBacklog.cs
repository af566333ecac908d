using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>Tracks whose gaps and old facts somebody should see to when there is time. Bounded: what does not fit is asked for another time. Thread-safe.</summary>
public sealed class RefreshBacklog
{
    const int Capacity = 500;

    readonly Channel<TrackFacts> tracks = Channel.CreateBounded<TrackFacts>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Adds a track; it is dropped when there are too many already. Without a host nobody sees to them.</summary>
    /// <param name="track">Facts with title and artists.</param>
    public void Post(TrackFacts track) => tracks.Writer.TryWrite(track);

    /// <summary>The tracks in order, as they come.</summary>
    /// <param name="ct">Ends the reading.</param>
    internal IAsyncEnumerable<TrackFacts> ReadAsync(CancellationToken ct) => tracks.Reader.ReadAllAsync(ct);
}

/// <summary>Sees to the backlog while a host runs: one track after the other, so that those who wait for an answer go first.</summary>
internal sealed class RefreshService(RefreshBacklog backlog, EnrichmentChain chain, ILogger<RefreshService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var track in backlog.ReadAsync(stoppingToken))
        {
            try
            {
                await chain.RefreshAsync(track, stoppingToken);
            }
            catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
            {
                log.NotRefreshed(ex);
            }
        }
    }
}
