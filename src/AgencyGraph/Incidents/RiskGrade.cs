namespace AgencyGraph.Incidents;

/// <summary>The force's own grade of risk, as in the DASH checklist.</summary>
public enum RiskGrade
{
    /// <summary>No sign of serious harm to come.</summary>
    Standard,

    /// <summary>Serious harm is possible, but unlikely unless circumstances change.</summary>
    Medium,

    /// <summary>Serious harm could happen at any time.</summary>
    High,
}
