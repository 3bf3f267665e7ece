using System.Collections.Concurrent;
using AgencyGraph.Agencies;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Transport.Streams;

/// <summary>How many connections are open, sockets and streams of events, in all and for each agency, and whether there is room for one more.</summary>
internal sealed class ConnectionCensus(IOptions<TransportOptions> options)
{
    public const string RetryAfterSeconds = "10";

    private readonly ConcurrentDictionary<AgencyCode, int> agencies = new();
    private int all;

    /// <summary>A place for one connection; null when there is none left.</summary>
    public ConnectionPlace? TryEnter()
    {
        if (Interlocked.Increment(ref all) <= options.Value.MaxConnections)
            return new ConnectionPlace(this);
        Leave(null);
        return null;
    }

    internal bool TryJoin(AgencyCode agency)
    {
        if (agencies.AddOrUpdate(agency, 1, (_, count) => count + 1) <= options.Value.MaxConnectionsAnAgency)
            return true;
        LeaveAgency(agency);
        return false;
    }

    internal void Leave(AgencyCode? agency)
    {
        _ = Interlocked.Decrement(ref all);
        if (agency is { } left)
            LeaveAgency(left);
    }

    private void LeaveAgency(AgencyCode agency) => agencies.AddOrUpdate(agency, 0, (_, count) => count - 1);
}
