namespace AgencyGraph.Incidents;

/// <summary>A child's part in an incident.</summary>
public enum ChildRole
{
    /// <summary>Was there.</summary>
    Present,

    /// <summary>Was harmed.</summary>
    Victim,

    /// <summary>Was reported missing.</summary>
    Missing,

    /// <summary>The one whom the concern is about.</summary>
    Subject,
}
