using AgencyGraph.Feed;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Receipts;

/// <summary>An agency acknowledges a delivery by the feed's entry that told of it: that is kept until it does.</summary>
internal sealed class WaitingDeliveries : IFeedHold
{
    public Task<DateTime?> WaitsSinceAsync(AgencyDb db, CancellationToken cancellationToken)
        => db.Set<AgencyLink>().AsNoTracking().MinAsync(link => link.OldestWaitingAt, cancellationToken);
}
