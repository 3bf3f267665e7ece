namespace AgencyGraph.Incidents;

/// <summary>An adult's part in an incident. An informant is not among them, and is shown apart.</summary>
public enum AdultRole
{
    /// <summary>Was there.</summary>
    Present,

    /// <summary>Was harmed.</summary>
    Victim,

    /// <summary>The one whom the concern is about.</summary>
    Subject,

    /// <summary>Was reported missing.</summary>
    Missing,

    /// <summary>A parent or carer of a child in it.</summary>
    Parent,

    /// <summary>Is alleged to have done harm.</summary>
    AllegedPerpetrator,
}
