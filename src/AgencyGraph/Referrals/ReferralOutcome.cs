namespace AgencyGraph.Referrals;

/// <summary>What the council decided.</summary>
public enum ReferralOutcome
{
    /// <summary>No further action.</summary>
    NoFurtherAction,

    /// <summary>Advice and information, to the family or to the referrer.</summary>
    Advice,

    /// <summary>Early help, by the family's agreement.</summary>
    EarlyHelp,

    /// <summary>A child and family assessment. Children Act 1989 s.17.</summary>
    Assessment,

    /// <summary>A strategy discussion, towards an enquiry. Children Act 1989 s.47.</summary>
    StrategyDiscussion,

    /// <summary>Joined to a case that is already open.</summary>
    ExistingCase,
}
