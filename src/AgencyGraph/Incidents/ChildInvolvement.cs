using AgencyGraph.Children;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>A child's part in an incident, with the record that the force made of the child then. Shared or withheld with the incident.</summary>
public sealed class ChildInvolvement : IGoverned<ChildInvolvement>
{
    public const int VoiceMaxLength = 2_000;

    public required Guid Id { get; init; }

    public required IncidentId IncidentId { get; init; }

    public Incident? Incident { get; init; }

    public required ChildId ChildId { get; init; }

    public Child? Child { get; init; }

    public required ChildRecordId RecordId { get; init; }

    public ChildRecord? Record { get; init; }

    public required ChildRole Role { get; init; }

    /// <summary>The child's own words; null where none were recorded.</summary>
    public string? Voice { get; init; }

    /// <summary>The order in which the force listed the persons.</summary>
    public required int Ordinal { get; init; }

    public static RecordKind Kind => RecordKind.ChildRecord;

    public static RecordLabels<ChildInvolvement> Labels { get; } = new(
        Originator: involvement => involvement.Incident!.ForceCode,
        Council: involvement => involvement.Incident!.CouncilCode,
        IsShared: involvement => involvement.Incident!.Sharing == Sharing.Shared,
        Children: involvement => new[] { involvement.ChildId })
    {
        Restriction = involvement => involvement.Incident!.RestrictionId,
        NeedsConsent = involvement => involvement.Incident!.NeedsConsent,
        NoticeAt = involvement => involvement.Incident!.IncidentKind == IncidentKind.DomesticAbuse ? involvement.Incident.SharedAt : null,
    };
}
