using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgencyGraph.Commands.Hosting.Health;

/// <summary>Whether the database answers and is at the present model. Strangers may ask: it is looked at once a second at most.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<AgencyDb> databases, IStorageEngine engine, TimeProvider clock) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim turn = new(1);
    private (long LookedAt, HealthCheckResult Result)? last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (last is { } known && clock.GetElapsedTime(known.LookedAt) < Fresh)
                return known.Result;
            var result = await LookAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
            last = (clock.GetTimestamp(), result);
            return result;
        }
        finally
        {
            _ = turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            return false;
        }
    }
}
