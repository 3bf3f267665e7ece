namespace AgencyGraph.Missing;

/// <summary>In which sense a child was missing.</summary>
public enum MissingType
{
    /// <summary>Where the child is was not known.</summary>
    Missing,

    /// <summary>A looked-after child who was where the placement had not agreed, or had not come back to it, and whose whereabouts were known.</summary>
    AwayWithoutAuthorisation,
}
