using AgencyGraph.Feed;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgencyGraph.Commands.Hosting.Health;

/// <summary>Whether this server's reading of the feed goes on.</summary>
internal sealed class FeedHealth(PumpPulse pulse) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(pulse.IsFelt ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
