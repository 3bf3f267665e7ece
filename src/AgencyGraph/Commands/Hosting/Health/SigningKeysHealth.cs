using AgencyGraph.Access;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgencyGraph.Commands.Hosting.Health;

/// <summary>Whether a token can be checked. To ask is to have the keys read, at the pace at which the issuer may be asked.</summary>
internal sealed class SigningKeysHealth(ISigningKeys keys) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => await keys.HasAnyAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
