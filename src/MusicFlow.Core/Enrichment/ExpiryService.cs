using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>While a host runs: takes out of the catalogue, at start and every hour, what may not be kept any longer. Several hosts may do so at once.</summary>
internal sealed class ExpiryService(ITrackCatalog catalog, TimeProvider time, ILogger<ExpiryService> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await catalog.ExpireAsync(time.GetUtcNow(), stoppingToken);
            }
            catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
            {
                log.NotExpired(ex);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
