namespace AgencyGraph.Visibility;

/// <summary>Why a caller reads or writes: stated for each request and each stream, checked against the role, recorded.</summary>
public enum Purpose
{
    /// <summary>Safeguarding and promoting the welfare of a child. Children Act 2004 s.16LA (duty to share), s.10, s.11.</summary>
    Safeguarding,

    /// <summary>A child protection enquiry. Children Act 1989 s.47.</summary>
    ChildProtectionEnquiry,

    /// <summary>A vetting check on an applicant for work with children. Police Act 1997 s.113B.</summary>
    Vetting,

    /// <summary>Inspection of how timely agencies are; aggregates only.</summary>
    Inspection,

    /// <summary>Checking who was shown what, and answering for it; no case data. UK GDPR art. 5(2).</summary>
    InformationGovernance,

    /// <summary>Running the service; no case data.</summary>
    Administration,

    /// <summary>Opening one child in an emergency, and reading that child; it is reviewed. UK GDPR art. 6(1)(d).</summary>
    BreakGlass,
}
