using AgencyGraph.Agencies;
using AgencyGraph.Children;

namespace AgencyGraph.Incidents;

/// <summary>What a force says of an incident, every value checked.</summary>
public sealed record ReportedIncident(
    IncidentKind Kind,
    AgencyCode Council,
    IncidentTimes Times,
    RiskGrade RiskGrade,
    IReadOnlyList<string> Factors,
    SharingDecision Sharing,
    ReportedPersons Persons,
    Address? Location,
    Address? SafeLocation,
    string? Narrative,
    Marking Marking);

/// <summary>When it happened, was told, was written down and was graded.</summary>
public sealed record IncidentTimes(DateTime OccurredAt, DateTime ReportedAt, DateTime RecordedAt, DateTime? RiskAssessedAt);

/// <summary>Shared, or withheld with the reason.</summary>
public sealed record SharingDecision(Sharing Sharing, string? Reason = null, DateOnly? ReviewOn = null)
{
    public static SharingDecision Share { get; } = new(Sharing.Shared);
}

/// <summary>The persons of an incident, told apart.</summary>
public sealed record ReportedPersons(IReadOnlyList<ReportedChild> Children, IReadOnlyList<ReportedAdult> Adults, Informant? Informant);

/// <summary>A child in an incident; the role and the voice are the involvement's, the rest is the force's record of the child.</summary>
public sealed record ReportedChild(
    int Ordinal, ChildRole Role, PersonDetails Details, NhsNumber? NhsNumber, Upn? Upn, string? Voice);

/// <summary>Anyone else in an incident.</summary>
public sealed record ReportedAdult(int Ordinal, AdultRole Role, PersonDetails Details);

/// <summary>What is recorded of any person.</summary>
public sealed record PersonDetails(string GivenName, string Surname, DateOnly? BornOn, Sex? Sex, Address? Address, bool IsSafe)
{
    // A new address for each entity: one object is not shared between two rows.
    public Address? UsualAddress => IsSafe || Address is null ? null : Address with { };

    public Address? SafeAddress => IsSafe && Address is not null ? Address with { } : null;
}
