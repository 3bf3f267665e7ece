namespace AgencyGraph.Agencies;

/// <summary>What kind of body an agency is.</summary>
public enum AgencyKind
{
    /// <summary>A council with responsibility for children's services.</summary>
    Council,

    /// <summary>A territorial police force.</summary>
    PoliceForce,

    /// <summary>A school or other place of education.</summary>
    School,

    /// <summary>A health body: a trust, a practice.</summary>
    HealthBody,
}
