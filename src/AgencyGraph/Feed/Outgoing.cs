namespace AgencyGraph.Feed;

/// <summary>An entry on its way to the streams that share a rendering.</summary>
/// <param name="Template">Null where nothing is to be shown, or nothing could be rendered.</param>
internal sealed record Outgoing(FeedEntry Entry, Showing Showing, UpdateTemplate? Template)
{
    /// <summary>That it could not be rendered: its streams read it for themselves.</summary>
    public bool IsLost { get; init; }

    /// <summary>For the ledger, where there is a template.</summary>
    public Ledger.Disclosure Disclosed(long policyEpoch) => UpdateLedger.Of(Entry, Template!, [.. Showing.Seats.Select(seat => seat.Request)], policyEpoch);

    /// <summary>Because that took too long.</summary>
    public bool IsSlow { get; init; }
}
