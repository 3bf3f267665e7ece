namespace AgencyGraph.Visibility;

/// <summary>What a caller acts as. A token names roles in kebab case (<c>hub-practitioner</c>); a request acts in one.</summary>
public enum Role
{
    /// <summary>A force's record system, by client credentials.</summary>
    PoliceSystem,

    /// <summary>A police public-protection officer.</summary>
    PoliceOfficer,

    /// <summary>A force's disclosure unit, which answers vetting checks.</summary>
    VettingUnit,

    /// <summary>A council's case system, by client credentials.</summary>
    CouncilSystem,

    /// <summary>A practitioner of a multi-agency safeguarding hub (MASH).</summary>
    HubPractitioner,

    /// <summary>Leads a hub; alone in the council sees who told the police.</summary>
    HubLead,

    /// <summary>A council's social worker, who sees the children allocated to them.</summary>
    SocialWorker,

    /// <summary>A health practitioner, who sees the body's own patients.</summary>
    HealthPractitioner,

    /// <summary>A school's designated safeguarding lead (DSL), who sees the pupils on roll.</summary>
    SchoolLead,

    /// <summary>An inspector: aggregates only, no record.</summary>
    Inspector,

    /// <summary>An agency's information governance: checks who was shown what; has no case data.</summary>
    LedgerAuditor,

    /// <summary>Keeps the service; has no case data.</summary>
    Administrator,
}
