using AgencyGraph.Agencies;
using AgencyGraph.Children;

namespace AgencyGraph.Missing;

/// <summary>What a force says of a missing child, every value checked.</summary>
public sealed record ReportedEpisode(
    ReportedMissingChild Child,
    AgencyCode Council,
    MissingType Type,
    MissingRisk Risk,
    DateTime StartedAt,
    DateTime ReportedAt,
    DateTime RecordedAt,
    bool? LookedAfter,
    bool? OnPlan,
    Address? MissingFrom,
    Address? SafeMissingFrom,
    string? Circumstances,
    ReportedReturn? Found)
{
    /// <summary>Whether it names an address that must not reach the person who is a danger.</summary>
    public bool KeepsSafe => SafeMissingFrom is not null || Child.SafeAddress is not null || Found?.SafePlace is not null;
}

/// <summary>The child, as the force records the child then.</summary>
public sealed record ReportedMissingChild(
    string GivenName, string Surname, DateOnly BornOn, Sex? Sex, NhsNumber? NhsNumber, Upn? Upn, Address? UsualAddress, Address? SafeAddress);

/// <summary>That the child was found.</summary>
public sealed record ReportedReturn(DateTime FoundAt, DateTime RecordedAt, HowFound How, Address? Place, Address? SafePlace);

/// <summary>A return interview as far as it has come.</summary>
public sealed record ReportedInterview(
    DateTime OfferedAt, InterviewAnswer? Answer, DateTime? HeldAt, bool? IsIndependent, string? RiskPoints, string? Content);
