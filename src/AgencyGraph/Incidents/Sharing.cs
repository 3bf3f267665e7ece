namespace AgencyGraph.Incidents;

/// <summary>Whether an incident is shared with the council.</summary>
public enum Sharing
{
    /// <summary>Shared with the council where the child lives.</summary>
    Shared,

    /// <summary>Kept by the force, with a reason. Children Act 2004 s.16LA(3): the duty is off where sharing would harm the child more.</summary>
    Withheld,
}
