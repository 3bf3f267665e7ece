namespace AgencyGraph.Contract.Writes;

/// <summary>What became of one input.</summary>
public enum OutcomeKind
{
    /// <summary>A new record was made.</summary>
    Recorded,

    /// <summary>A record was replaced by a later revision of it.</summary>
    Corrected,

    /// <summary>A record took a step.</summary>
    Changed,

    /// <summary>The same request came before; it had its effect then and has none now.</summary>
    Replayed,

    /// <summary>Nothing was written, but perhaps that it was tried.</summary>
    Refused,
}
