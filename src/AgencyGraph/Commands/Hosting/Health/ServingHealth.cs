using AgencyGraph.Commands.Hosting.Shutdown;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgencyGraph.Commands.Hosting.Health;

/// <summary>Whether the server means to go on: one that has been told to stop wants no more traffic.</summary>
internal sealed class ServingHealth(Departure departure) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(departure.HasBegun ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
