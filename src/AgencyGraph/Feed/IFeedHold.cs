using AgencyGraph.Agencies;
using AgencyGraph.Storage;

namespace AgencyGraph.Feed;

/// <summary>Somebody who needs entries for longer than the feed keeps them.</summary>
public interface IFeedHold
{
    /// <summary>What was recorded since this instant is still waited for; null where nothing is.</summary>
    Task<DateTime?> WaitsSinceAsync(AgencyDb db, CancellationToken cancellationToken);

    /// <summary>What this agency is waited for to acknowledge stands after this position; null where nothing is.</summary>
    Task<long?> WaitsAfterAsync(AgencyDb db, AgencyCode agency, CancellationToken cancellationToken);
}
