using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Registrations;

/// <summary>That an agency was taken into the directory, or its contact set anew: by whom and when. Registrations are added, never changed.</summary>
public sealed class AgencyRegistration : IGoverned<AgencyRegistration>
{
    public required AgencyRegistrationId Id { get; init; }

    public required AgencyCode AgencyCode { get; init; }

    public Agency? Agency { get; init; }

    public required AgencyCode ByAgencyCode { get; init; }

    /// <summary>The administrator, by the subject of the sign-in.</summary>
    public required string By { get; init; }

    public required DateTime At { get; init; }

    public static RecordKind Kind => RecordKind.AgencyRegistration;

    public static RecordLabels<AgencyRegistration> Labels { get; } = new(
        Originator: registration => registration.ByAgencyCode,
        Council: registration => null,
        IsShared: registration => false,
        Children: registration => new ChildId[0]);
}
