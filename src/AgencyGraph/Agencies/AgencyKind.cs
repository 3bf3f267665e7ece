namespace AgencyGraph.Agencies;

/// <summary>What kind of body an agency is.</summary>
public enum AgencyKind
{
    /// <summary>A council with responsibility for children's services.</summary>
    Council,

    /// <summary>A territorial police force.</summary>
    PoliceForce,
}
