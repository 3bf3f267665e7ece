namespace AgencyGraph.Missing;

/// <summary>The force's grade of risk to a missing child.</summary>
public enum MissingRisk
{
    /// <summary>No risk of harm is apparent.</summary>
    NoApparentRisk,

    /// <summary>Harm is possible, but the risk of it is small.</summary>
    Low,

    /// <summary>Harm is likely, but not serious.</summary>
    Medium,

    /// <summary>Serious harm is very likely.</summary>
    High,
}
