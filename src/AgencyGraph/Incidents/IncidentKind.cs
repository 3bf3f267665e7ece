namespace AgencyGraph.Incidents;

/// <summary>What kind of incident it is.</summary>
public enum IncidentKind
{
    /// <summary>Domestic abuse; a child who sees, hears or experiences it is a victim. Domestic Abuse Act 2021 s.3.</summary>
    DomesticAbuse,

    /// <summary>A child whose whereabouts cannot be established.</summary>
    MissingChild,

    /// <summary>A concern for a child's welfare that is none of the other kinds.</summary>
    ChildConcern,

    /// <summary>Persistent failure to meet a child's basic needs.</summary>
    Neglect,

    /// <summary>Physical harm to a child.</summary>
    PhysicalAbuse,

    /// <summary>A sexual offence against a child, or in which a child is involved.</summary>
    SexualOffence,

    /// <summary>A child used by others to commit crime, for example county lines.</summary>
    CriminalExploitation,
}
