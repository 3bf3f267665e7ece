namespace AgencyGraph.Commands.Import;

/// <summary>What the exchange did with an item of <c>recordIncidents</c>.</summary>
internal enum ItemOutcome
{
    Recorded,
    Corrected,

    /// <summary>The same key with the same body was in the graph already.</summary>
    Replayed,
    Refused,
}
