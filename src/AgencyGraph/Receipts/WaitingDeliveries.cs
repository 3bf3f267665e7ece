using AgencyGraph.Agencies;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Receipts;

/// <summary>An agency acknowledges a delivery by the feed's entry that told of it: that is kept until it does, or until the delivery expires.</summary>
internal sealed class WaitingDeliveries : IFeedHold
{
    public Task<DateTime?> WaitsSinceAsync(AgencyDb db, CancellationToken cancellationToken)
        => db.Set<AgencyLink>().AsNoTracking().MinAsync(link => link.HeldSince, cancellationToken);

    public async Task<long?> WaitsAfterAsync(AgencyDb db, AgencyCode agency, CancellationToken cancellationToken)
    {
        var since = await db.Set<AgencyLink>().AsNoTracking().Where(link => link.ToCode == agency)
            .MinAsync(link => link.HeldSince, cancellationToken);
        if (since is null)
            return null;

        // A delivery is made before its entry is, in the same transaction.
        var first = await db.Set<FeedEntry>().AsNoTracking().Where(entry => entry.Council == agency && entry.RecordedAt >= since)
            .MinAsync(entry => (long?)entry.Position, cancellationToken);
        return first - 1;
    }
}
