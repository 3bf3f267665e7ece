namespace AgencyGraph.Feed;

/// <summary>What happened: the kinds of fact that the feed tells.</summary>
public enum UpdateKind
{
    /// <summary>A force recorded an incident.</summary>
    IncidentRecorded,

    /// <summary>A force corrected an incident.</summary>
    IncidentCorrected,

    /// <summary>A force shared an incident that it had withheld.</summary>
    IncidentShared,

    /// <summary>A force withheld an incident.</summary>
    IncidentWithheld,

    /// <summary>An agency made a referral.</summary>
    ReferralMade,

    /// <summary>A council told the referrer that it has the referral.</summary>
    ReferralAcknowledged,

    /// <summary>A hub rated a referral.</summary>
    ReferralRated,

    /// <summary>A council decided on a referral.</summary>
    ReferralDecided,

    /// <summary>A council recorded a child.</summary>
    ChildRecorded,

    /// <summary>A record became visible by something else than its own making: responsibility, an allocation or a restriction changed.</summary>
    RecordVisible,

    /// <summary>A record that could be seen no longer can; its id, and nothing else of it.</summary>
    RecordWithdrawn,

    /// <summary>A record that could be seen was erased; its id, and nothing else of it.</summary>
    RecordErased,

    /// <summary>What was sent over a link was not acknowledged in time.</summary>
    AcknowledgementOverdue,

    /// <summary>What was sent over a link was not acknowledged for as long as it was kept: it is no longer in the feed.</summary>
    DeliveriesExpired,

    /// <summary>Somebody of another agency looked at a child for the first time on a day. Told to whoever asks for the kind by name.</summary>
    ChildAccessed,

    /// <summary>Somebody's reading is unusual.</summary>
    AccessAlertRaised,

    /// <summary>Somebody opened a child in an emergency.</summary>
    GlassBroken,

    /// <summary>Somebody tried to open a child in an emergency, and was refused.</summary>
    GlassTried,

    /// <summary>The council that answers for the child judged whether it was rightly opened.</summary>
    GlassReviewed,

    /// <summary>The review was not done in time: the role of whoever opened the child is suspended until it is.</summary>
    GlassReviewOverdue,

    /// <summary>The last part of a deadline's time has begun.</summary>
    DeadlineAtRisk,

    /// <summary>A deadline was missed.</summary>
    DeadlineMissed,

    /// <summary>A deadline that was missed is escalated further.</summary>
    DeadlineEscalated,

    /// <summary>A force reported a child missing.</summary>
    ChildMissing,

    /// <summary>A force reported that a missing child was found.</summary>
    ChildFound,

    /// <summary>A force corrected what it reported of a missing child.</summary>
    MissingCorrected,

    /// <summary>A council stated whether a missing child is looked after or on a plan.</summary>
    PlanStatusStated,

    /// <summary>A council offered a child who was missing a return interview, or recorded the answer or the interview.</summary>
    ReturnInterviewRecorded,
}
