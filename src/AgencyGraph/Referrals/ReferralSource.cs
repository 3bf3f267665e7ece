namespace AgencyGraph.Referrals;

/// <summary>Who referred, by the source groups of the children in need census.</summary>
public enum ReferralSource
{
    /// <summary>Groups 1A to 1D: family, carer, acquaintance, self, other individual.</summary>
    Individual,

    /// <summary>Groups 2A and 2B: schools and other education services.</summary>
    Education,

    /// <summary>Groups 3A to 3F: health services.</summary>
    Health,

    /// <summary>Group 4: housing, of a council or an association.</summary>
    Housing,

    /// <summary>Groups 5A to 5D: services of a local authority.</summary>
    LocalAuthority,

    /// <summary>Group 6: the police.</summary>
    Police,

    /// <summary>Group 7: courts, probation, immigration and other legal agencies.</summary>
    OtherLegalAgency,

    /// <summary>Group 8: another source.</summary>
    Other,

    /// <summary>Group 9: anonymous.</summary>
    Anonymous,

    /// <summary>Group 10: not known.</summary>
    Unknown,
}
