using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Registrations;

/// <summary>Brings agencies that were registered, at whichever server, into this server's directory: before it takes requests, and every second.</summary>
internal sealed class RegisteredAgencies(IDbContextFactory<AgencyDb> databases, AgencyDirectory directory, RecurringWork recurring) : BackgroundService
{
    public const string Upkeep = "registered agencies";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>A registration may become visible so much later than another whose instant is later.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private DateTime? latest;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => recurring.RunAsync(Upkeep, Interval, ReadAsync, stoppingToken);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var since = latest - Overlap;
        var registered = await db.Set<Agency>().AsNoTracking().TagWith(Upkeep)
            .Where(agency => agency.RegisteredAt != null && (since == null || agency.RegisteredAt >= since)).ToListAsync(cancellationToken);
        directory.Take(registered);
        latest = registered.Select(agency => agency.RegisteredAt).Append(latest).Max();
    }
}
