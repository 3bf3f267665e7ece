namespace AgencyGraph.AccessHistory.SubjectReports;

/// <summary>Whether an item of a report goes to whoever asked.</summary>
public enum Release
{
    /// <summary>Nobody has decided yet: it does not go.</summary>
    Undecided,

    /// <summary>It goes.</summary>
    Released,

    /// <summary>It does not: it would be likely to cause serious harm, or would tell of a third party. Data Protection Act 2018 Sch. 2 para. 16, Sch. 3.</summary>
    Withheld,
}
