namespace AgencyGraph.Suspensions;

/// <summary>What was decided on somebody's access.</summary>
public enum AccessVerdict
{
    /// <summary>It is suspended, whatever a token says.</summary>
    Suspended,

    /// <summary>The suspension is lifted.</summary>
    Restored,
}
