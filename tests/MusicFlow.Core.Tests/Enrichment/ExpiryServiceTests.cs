using Microsoft.Extensions.Logging.Abstractions;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Enrichment;

public sealed class ExpiryServiceTests
{
    [Fact]
    public async Task What_may_be_kept_for_a_day_is_gone_an_hour_after_it()
    {
        var ct = TestContext.Current.CancellationToken;
        var (clock, catalog) = (new ManualTime(), new MemoryCatalog());
        var track = Some.BareTrack() with { Popularity = new(50, new("spotify", ManualTime.Start)) };
        await catalog.ImportAsync([track], ct);
        using var service = new ExpiryService(catalog, clock, NullLogger<ExpiryService>.Instance);
        await service.StartAsync(ct);
        await clock.UntilWaitingAsync();

        clock.Advance(TimeSpan.FromHours(26));
        while ((await catalog.GetAsync(TrackKey.Of(track)!.Value, ct))!.Popularity is not null)
            await Task.Delay(1, ct);

        await service.StopAsync(ct);
    }
}
