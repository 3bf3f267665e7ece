using AgencyGraph.Upkeep;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgencyGraph.Commands.Hosting.Health;

/// <summary>Whether what the server does beside the requests succeeds, or has failed for a short time only.</summary>
internal sealed class BackgroundHealth(RecurringWork work) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(work.IsLastingFault ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
