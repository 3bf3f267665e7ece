namespace AgencyGraph.Visibility;

/// <summary>What a caller acts as. A token names roles in kebab case (<c>hub-practitioner</c>); a request acts in one.</summary>
public enum Role
{
    /// <summary>A force's record system, by client credentials.</summary>
    PoliceSystem,

    /// <summary>A police public-protection officer.</summary>
    PoliceOfficer,

    /// <summary>A council's case system, by client credentials.</summary>
    CouncilSystem,

    /// <summary>A practitioner of a multi-agency safeguarding hub (MASH).</summary>
    HubPractitioner,

    /// <summary>A council's social worker, who sees the children allocated to them.</summary>
    SocialWorker,

    /// <summary>An inspector: aggregates only, no record.</summary>
    Inspector,

    /// <summary>Keeps the service; has no case data.</summary>
    Administrator,
}
