namespace AgencyGraph.Visibility;

/// <summary>The kinds of record for which each role says which rows it sees.</summary>
public enum RecordKind
{
    /// <summary>A child, across every agency's records.</summary>
    Child,

    /// <summary>That an agency knows a child, without what it knows: a pointer before content.</summary>
    Involvement,

    /// <summary>What one agency recorded of a child at one time.</summary>
    ChildRecord,

    /// <summary>An incident of a force.</summary>
    Incident,

    /// <summary>A referral to a council.</summary>
    Referral,

    /// <summary>A decision to suspend or restore somebody's access.</summary>
    AccessDecision,

    /// <summary>The link from a force to a council: when something was last sent, delivered and acknowledged.</summary>
    Link,

    /// <summary>Up to where a consumer has acknowledged its updates.</summary>
    Acknowledgement,

    /// <summary>Which of its systems an agency lets acknowledge for it.</summary>
    ReceiverDesignation,

    /// <summary>A decision to restrict a record to named workers, or to lift that.</summary>
    RestrictionDecision,

    /// <summary>That a worker was declared to be linked to a party of a child's case, or that this ended.</summary>
    ConflictDecision,

    /// <summary>That an agency was taken into the directory.</summary>
    AgencyRegistration,

    /// <summary>That a record has come to the end of its time, and what its controller decided.</summary>
    RetentionReview,

    /// <summary>That a child or a record must not be erased, for as long as an inquiry or a court may ask for it.</summary>
    LegalHold,

    /// <summary>That a reader was shown something of a child on one day.</summary>
    ChildAccess,

    /// <summary>That somebody's reading is unusual, and is to be looked into.</summary>
    AccessAlert,

    /// <summary>Who was shown what of a child, prepared for the child or whoever may ask for the child.</summary>
    SubjectReport,

    /// <summary>An entry of the ledger of disclosures.</summary>
    Disclosure,

    /// <summary>That somebody opened a child in an emergency, or tried to; and the review of it.</summary>
    BreakGlass,

    /// <summary>That an agency is to do something on a record by some time.</summary>
    Deadline,

    /// <summary>That a child was missing, until the child was found and spoken to.</summary>
    MissingEpisode,
}
