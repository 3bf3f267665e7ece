namespace AgencyGraph.Referrals;

/// <summary>How far a referral has come at the council.</summary>
public enum ReferralStage
{
    /// <summary>Received, not yet looked at.</summary>
    Contact,

    /// <summary>Acknowledged to the referrer, not yet rated.</summary>
    Initial,

    /// <summary>Rated, being screened.</summary>
    Screening,

    /// <summary>Decided; the last stage.</summary>
    Decided,
}
