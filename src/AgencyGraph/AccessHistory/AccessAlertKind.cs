namespace AgencyGraph.AccessHistory;

/// <summary>What is unusual in somebody's reading. It is a prompt for a person, and no finding.</summary>
public enum AccessAlertKind
{
    /// <summary>A person looked at more different children on one day than is usual.</summary>
    Volume,

    /// <summary>A person looked at more different children outside the usual hours of one day than is usual.</summary>
    OutOfHours,
}
