namespace AgencyGraph.Referrals;

/// <summary>The primary need codes N0 to N9 of the children in need census.</summary>
public enum PrimaryNeed
{
    /// <summary>N0: not stated.</summary>
    NotStated,

    /// <summary>N1: abuse or neglect, domestic abuse included.</summary>
    AbuseOrNeglect,

    /// <summary>N2: the child's disability or illness.</summary>
    ChildsDisability,

    /// <summary>N3: a parent's disability or illness.</summary>
    ParentalDisabilityOrIllness,

    /// <summary>N4: family in acute stress.</summary>
    FamilyInAcuteStress,

    /// <summary>N5: family dysfunction.</summary>
    FamilyDysfunction,

    /// <summary>N6: the child's socially unacceptable behaviour.</summary>
    SociallyUnacceptableBehaviour,

    /// <summary>N7: low income.</summary>
    LowIncome,

    /// <summary>N8: absent parenting.</summary>
    AbsentParenting,

    /// <summary>N9: cases other than children in need.</summary>
    CasesOtherThanChildrenInNeed,
}
