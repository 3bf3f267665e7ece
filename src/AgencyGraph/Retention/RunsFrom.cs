namespace AgencyGraph.Retention;

/// <summary>From when a period is counted.</summary>
public enum RunsFrom
{
    /// <summary>When the controller last wrote of any of the record's children, or was sent something about them.</summary>
    LastActivity,

    /// <summary>The later of the last activity and the 18th birthday of the youngest of the children.</summary>
    Adulthood,

    /// <summary>The birth of the youngest of the children.</summary>
    Birth,
}
