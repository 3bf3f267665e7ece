namespace AgencyGraph.Retention;

/// <summary>The kinds of record that are kept for a time.</summary>
public enum RetainedKind
{
    /// <summary>A council's own record of a child.</summary>
    ChildRecord,

    /// <summary>A force's incident, with its persons.</summary>
    Incident,

    /// <summary>A force's report of a missing child, with all that came after it.</summary>
    MissingEpisode,

    /// <summary>A referral, which the receiving council answers for.</summary>
    Referral,
}
