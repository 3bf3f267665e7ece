namespace AgencyGraph.BreakGlass;

/// <summary>For which kind of reason a child is opened in an emergency.</summary>
public enum BreakGlassReason
{
    /// <summary>Somebody's life or safety is in danger now.</summary>
    ImmediateDanger,

    /// <summary>The child is missing.</summary>
    ChildMissing,

    /// <summary>The child needs treatment now, and whoever treats must know.</summary>
    EmergencyTreatment,

    /// <summary>The child is in police protection, or an emergency protection order is sought.</summary>
    PoliceProtection,

    /// <summary>Another emergency; the reason says which.</summary>
    Other,
}
