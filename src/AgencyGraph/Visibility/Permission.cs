namespace AgencyGraph.Visibility;

/// <summary>An operation that a role may or may not call. Each root field of the graph names one.</summary>
public enum Permission
{
    /// <summary>Read as whom one is answered.</summary>
    ReadOwnIdentity,

    /// <summary>Read the directory of agencies.</summary>
    ReadAgencies,

    /// <summary>Read children and what agencies recorded of them.</summary>
    ReadChildren,

    /// <summary>Read incidents.</summary>
    ReadIncidents,

    /// <summary>Read referrals.</summary>
    ReadReferrals,

    /// <summary>Read what is to be done by when.</summary>
    ReadDeadlines,

    /// <summary>Follow the feed of updates.</summary>
    FollowUpdates,

    /// <summary>Record incidents of one's force, one or a backlog.</summary>
    RecordIncident,

    /// <summary>Correct incidents of one's force.</summary>
    CorrectIncident,

    /// <summary>Share a withheld incident of one's force.</summary>
    ShareIncident,

    /// <summary>Withhold an incident of one's force.</summary>
    WithholdIncident,

    /// <summary>Refer children to a council.</summary>
    MakeReferral,

    /// <summary>Acknowledge a referral to one's council.</summary>
    AcknowledgeReferral,

    /// <summary>Rate a referral to one's council.</summary>
    RateReferral,

    /// <summary>Decide on a referral to one's council.</summary>
    DecideReferral,

    /// <summary>Record a child as one's council knows them.</summary>
    RecordChild,

    /// <summary>Allocate a child to a social worker of one's council.</summary>
    AllocateWorker,

    /// <summary>Hand a child for whom one's council is responsible to another council.</summary>
    TransferResponsibility,

    /// <summary>Restrict a child or an incident to named workers, and lift that.</summary>
    RestrictRecords,

    /// <summary>Put a child on a school's roll, or on a health body's list.</summary>
    RecordEnrolment,

    /// <summary>Take a child off a school's roll, or off a health body's list.</summary>
    EndEnrolment,

    /// <summary>Declare that a worker of one's agency is linked to a party of a child's case, and end that.</summary>
    DeclareConflicts,

    /// <summary>Take an agency into the directory.</summary>
    RegisterAgencies,

    /// <summary>Set the safe address in one's council's record of a child.</summary>
    SetSafeAddress,

    /// <summary>Suspend the access of a person, a client or an agency, and restore it.</summary>
    DecideOnAccess,

    /// <summary>Read whose access was suspended and restored, by whom and why.</summary>
    ReadAccessDecisions,

    /// <summary>Say up to which update one has received.</summary>
    AcknowledgeUpdates,

    /// <summary>Say which of one's agency's systems acknowledges for the agency.</summary>
    DesignateReceiver,

    /// <summary>Read what was sent from agency to agency and whether it arrived.</summary>
    ReadLinks,

    /// <summary>Read which of one's agency's records have come to the end of their time.</summary>
    ReadRetentionReviews,

    /// <summary>Decide whether such a record is erased or kept.</summary>
    DecideRetention,

    /// <summary>Place and lift legal holds, and read one's agency's own.</summary>
    PlaceLegalHolds,

    /// <summary>Read who was shown something of a child; of most roles, what they were shown themselves.</summary>
    ReadAccessHistory,

    /// <summary>Read the ledger of disclosures, and what is unusual in it.</summary>
    ReadLedger,

    /// <summary>Prepare and decide on the answer to whoever asks who was shown what is held of them.</summary>
    AnswerSubjects,

    /// <summary>Open one child in an emergency.</summary>
    BreakGlass,

    /// <summary>Read who opened a child in an emergency, and what the review says.</summary>
    ReadBreakGlass,

    /// <summary>Judge whether a child for whom one's council answers was rightly opened.</summary>
    ReviewBreakGlass,

    /// <summary>Read of missing children.</summary>
    ReadMissing,

    /// <summary>Report children missing and found for one's force, one or a backlog, and correct that.</summary>
    ReportMissing,

    /// <summary>State whether a missing child is looked after or on a plan.</summary>
    StatePlanStatus,

    /// <summary>Record the return interview of a child who was missing.</summary>
    RecordReturnInterview,
}
