using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Storage;
using AgencyGraph.Upkeep;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Retention;

/// <summary>
/// Destroys the key by which the ledger names an erased child: never before the erasure is committed, and also where the server fell in between. Then what the
/// ledger says can be tied to nobody, and its chain is whole. An answer that was on its way meanwhile may have made the key anew: for ten minutes it is
/// destroyed again.
/// </summary>
internal sealed partial class LedgerKeys(
    IDbContextFactory<AgencyDb> databases, ILedgerStore ledger, Pseudonyms pseudonyms, RecurringWork recurring, IOptions<RetentionOptions> options,
    TimeProvider clock, ILogger<LedgerKeys> log) : BackgroundService
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan OnTheirWay = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => recurring.RunAsync("ledger keys of erased children", options.Value.DestroyKeysEvery, DestroyAsync, stoppingToken);

    /// <summary>Destroys those that are there, now.</summary>
    internal async Task DestroyAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.UtcInstant();
        var since = now - OnTheirWay;
        var children = await db.Set<Tombstone>().AsNoTracking()
            .Where(stone => stone.RecordKind == RecordKind.Child && (stone.KeyDestroyedAt == null || stone.KeyDestroyedAt > since))
            .OrderByDescending(stone => stone.KeyDestroyedAt == null).ThenBy(stone => stone.ErasedAt).Take(MostAtOnce)
            .Select(stone => new { stone.Id, stone.RecordId, stone.KeyDestroyedAt }).ToListAsync(cancellationToken);
        foreach (var child in children)
        {
            pseudonyms.Forget(child.RecordId);
            if (await ledger.DestroyKeyAsync(child.RecordId, cancellationToken))
                LogDestroyed(child.Id);
            if (child.KeyDestroyedAt is null)
            {
                _ = await db.Set<Tombstone>().Where(stone => stone.Id == child.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(stone => stone.KeyDestroyedAt, now), cancellationToken);
            }
        }
    }

    [LoggerMessage(9102, LogLevel.Information, "The ledger's key of an erased child is destroyed (tombstone {Tombstone}).")]
    private partial void LogDestroyed(Guid tombstone);
}
