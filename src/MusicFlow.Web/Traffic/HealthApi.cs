using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Web.Traffic;

/// <summary>What a load balancer asks: <c>/healthz/live</c> (does the process answer?) and <c>/healthz/ready</c> (should it get work?).</summary>
internal static class HealthApi
{
    /// <summary>Adds the check.</summary>
    public static void AddReadiness(this IServiceCollection services) => services.AddHealthChecks().AddCheck<Readiness>("ready");

    /// <summary>Adds the endpoints.</summary>
    public static void MapHealthApi(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(Unlimited.Mark);
        routes.MapHealthChecks("/healthz/ready").WithMetadata(Unlimited.Mark);
    }

    /// <summary>Ready is who can read the catalogue and is not about to stop.</summary>
    sealed class Readiness(ITrackCatalog catalog, IHostApplicationLifetime lifetime) : IHealthCheck
    {
        static readonly TrackId AnyTrack = new(1);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested) return HealthCheckResult.Unhealthy("stopping");
            await catalog.GetByIdAsync(AnyTrack, cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
