using AgencyGraph.Agencies;

namespace AgencyGraph.Transport.Streams;

/// <summary>One connection's place among those that may be open; given back when it has ended.</summary>
internal sealed class ConnectionPlace(ConnectionCensus census) : IDisposable
{
    private readonly Lock gate = new();
    private AgencyCode? agency;
    private bool isLeft;

    /// <summary>The connection turns out to be of this agency, once; false when the agency has as many as it may.</summary>
    public bool TryJoin(AgencyCode joined)
    {
        lock (gate)
        {
            if (isLeft || !census.TryJoin(joined))
                return false;
            agency = joined;
            return true;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (!isLeft)
                census.Leave(agency);
            isLeft = true;
        }
    }
}
