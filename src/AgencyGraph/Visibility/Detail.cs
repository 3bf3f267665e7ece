namespace AgencyGraph.Visibility;

/// <summary>A class of fields that a role may see never, always, or where a row rule holds. Every field of the graph declares one.</summary>
public enum Detail
{
    /// <summary>Opaque ids, versions and what is no one's secret: agencies' names, a caller's own identity.</summary>
    Open,

    /// <summary>A child's names, date of birth and sex.</summary>
    Identity,

    /// <summary>The NHS number.</summary>
    NhsNumber,

    /// <summary>The unique pupil number.</summary>
    Upn,

    /// <summary>Where a person usually lives.</summary>
    UsualAddress,

    /// <summary>A refuge or other address that must not reach the person who is a danger.</summary>
    SafeAddress,

    /// <summary>Which agencies know a child.</summary>
    Involvement,

    /// <summary>Which council is responsible for a child: where a family that fled lives now.</summary>
    ResponsibleCouncil,

    /// <summary>Who else was there: parents and other adults.</summary>
    Household,

    /// <summary>The identity of an alleged perpetrator.</summary>
    AllegedPerpetrator,

    /// <summary>What a school is told of an incident: of whom, by which force, what kind, when.</summary>
    IncidentNotice,

    /// <summary>How grave an incident is, how it came in, in which role each child was.</summary>
    IncidentSummary,

    /// <summary>To which council something about a child was told: where the family lives.</summary>
    ReceivingCouncil,

    /// <summary>Where an incident happened.</summary>
    IncidentLocation,

    /// <summary>The free text of an incident.</summary>
    Narrative,

    /// <summary>The child's own words.</summary>
    VoiceOfChild,

    /// <summary>Who told the police.</summary>
    Informant,

    /// <summary>Whether an incident is shared, and why not.</summary>
    SharingDecision,

    /// <summary>A referral and its rating.</summary>
    ReferralSummary,

    /// <summary>Why children are referred and why so rated: free text.</summary>
    ReferralReason,

    /// <summary>What the council decided on a referral.</summary>
    ReferralOutcome,

    /// <summary>What is to be done on a record, by whom and by when, and whether it was.</summary>
    Deadline,

    /// <summary>Assessment factors.</summary>
    AssessmentFactors,

    /// <summary>Whose access was suspended or restored, by whom and why.</summary>
    AccessDecision,

    /// <summary>When something was last sent over a link, delivered and acknowledged.</summary>
    Link,

    /// <summary>How many deliveries wait on a link.</summary>
    LinkCount,

    /// <summary>What an agency says of its own receiving.</summary>
    Receipt,

    /// <summary>Which record was restricted or opened again, by whom and why.</summary>
    Restriction,

    /// <summary>Which worker is linked to a party, by whom that was declared and why.</summary>
    ConflictOfInterest,

    /// <summary>Which agency was taken into the directory, and by whom.</summary>
    AgencyRegistration,

    /// <summary>Which record has come to the end of its time, by what rule, and what was decided, by whom and why.</summary>
    Retention,

    /// <summary>What must not be erased, by whom that was said and why.</summary>
    LegalHold,

    /// <summary>Who was shown something of a child, in which role, for which purpose and when.</summary>
    ChildAccess,

    /// <summary>Whose reading is unusual.</summary>
    AccessAlert,

    /// <summary>What is answered to whoever asks who was shown what is held of them.</summary>
    SubjectReport,

    /// <summary>What the ledger says of a disclosure: ids, versions and classes, no content.</summary>
    Disclosure,

    /// <summary>Who opened a child in an emergency, when, for which kind of reason, and what the review says.</summary>
    BreakGlass,

    /// <summary>Why a child was opened in an emergency, and the note of its review: free text.</summary>
    BreakGlassReason,

    /// <summary>What a school is told of a missing child: who, since when, reported when and to which force, found when.</summary>
    MissingNotice,

    /// <summary>How grave it is that a child is missing, how word of it came in, how the child was found, and how often the child was missing before.</summary>
    MissingSummary,

    /// <summary>In what circumstances a child went missing: free text.</summary>
    MissingCircumstances,

    /// <summary>From where a child went missing and where the child was found: a sign of where a child is kept safe.</summary>
    MissingPlace,

    /// <summary>Whether a child is looked after or on a child protection plan, and who says so.</summary>
    PlanStatus,

    /// <summary>Whether a return interview was offered, accepted and held.</summary>
    ReturnInterview,

    /// <summary>What a return interview says of risk: free text.</summary>
    ReturnInterviewRisk,

    /// <summary>What a child said in a return interview: free text.</summary>
    ReturnInterviewContent,
}
