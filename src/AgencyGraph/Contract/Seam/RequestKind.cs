namespace AgencyGraph.Contract;

/// <summary>What kind of operation a request would run.</summary>
public enum RequestKind
{
    /// <summary>The document cannot be parsed or the operation cannot be chosen: running it says why.</summary>
    Unknown,
    Query,
    Mutation,
    Subscription,
}
