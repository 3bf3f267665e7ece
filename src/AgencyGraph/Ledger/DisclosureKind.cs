namespace AgencyGraph.Ledger;

/// <summary>By which way something was shown.</summary>
public enum DisclosureKind
{
    /// <summary>The answer to a query.</summary>
    Query,

    /// <summary>The answer to a mutation: what it shows of the record that it wrote.</summary>
    Mutation,

    /// <summary>An update of the feed, to all who were sent the same bytes.</summary>
    Update,

    /// <summary>Nothing was shown: the role may not call the operation.</summary>
    Refusal,
}
