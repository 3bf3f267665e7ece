using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>
/// An incident with a child in it, recorded by a force at once, before the decision to share: a force that never shares must not
/// look fast.
/// </summary>
public sealed class Incident : IGoverned<Incident>
{
    public const int NarrativeMaxLength = 20_000;
    public const int ReasonMaxLength = 1_000;
    public const int HandlingMaxLength = 500;

    public required IncidentId Id { get; init; }

    public required AgencyCode ForceCode { get; init; }

    public Agency? Force { get; init; }

    /// <summary>The force's own reference; unique within the force.</summary>
    public required ForceReference Reference { get; init; }

    /// <summary>1 as first recorded; each correction, and each sharing decision, adds one.</summary>
    public int Version { get; set; } = 1;

    /// <summary>1 as first recorded; each correction by the force adds one.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>Why it was last corrected; null while it stands as first recorded.</summary>
    public string? CorrectionReason { get; set; }

    /// <summary>The council where the child lives, to whom it is told.</summary>
    public required AgencyCode CouncilCode { get; set; }

    public Agency? Council { get; init; }

    public required IncidentKind IncidentKind { get; set; }

    public required RiskGrade RiskGrade { get; set; }

    /// <summary>Assessment factor codes as the force gave them.</summary>
    public required IReadOnlyList<string> Factors { get; set; }

    /// <summary>When it happened.</summary>
    public required DateTime OccurredAt { get; set; }

    /// <summary>When the police were told.</summary>
    public required DateTime ReportedAt { get; set; }

    /// <summary>When the force wrote it in its record system.</summary>
    public required DateTime RecordedAt { get; set; }

    /// <summary>When the force graded the risk; null until it has.</summary>
    public DateTime? RiskAssessedAt { get; set; }

    /// <summary>When it was shared with the council; null while it is withheld.</summary>
    public DateTime? SharedAt { get; set; }

    public required IngestMode IngestMode { get; init; }

    /// <summary>When the exchange took it in.</summary>
    public required DateTime ReceivedAt { get; init; }

    public required Sharing Sharing { get; set; }

    /// <summary>Why it is withheld; null when shared.</summary>
    public string? WithholdReason { get; set; }

    /// <summary>When the decision to withhold is looked at again; null when shared, or where the force set no date.</summary>
    public DateOnly? ReviewOn { get; set; }

    /// <summary>The value of its own id while it is restricted to named workers; null otherwise.</summary>
    public Guid? RestrictionId { get; private set; }

    public ProtectiveMarking ProtectiveMarking { get; set; }

    /// <summary>Handling instructions; null for none.</summary>
    public string? Handling { get; set; }

    /// <summary>Whether the force must agree before it goes beyond the council that received it.</summary>
    public bool NeedsConsent { get; set; }

    public Address? Location { get; set; }

    /// <summary>Where it happened, if that is a refuge or other address that must not reach the person who is a danger.</summary>
    public Address? SafeLocation { get; set; }

    public string? Narrative { get; set; }

    /// <summary>Who told the police; null where no informant was recorded.</summary>
    public Informant? Informant { get; set; }

    public ICollection<ChildInvolvement> Children { get; } = [];

    public ICollection<AdultInvolvement> Adults { get; } = [];

    public ICollection<Delivery> Deliveries { get; } = [];

    /// <summary>Takes over how the force wants it to be handled. Its records of the children are made anew with it.</summary>
    public void Mark(Marking marking)
    {
        ArgumentNullException.ThrowIfNull(marking);
        (ProtectiveMarking, Handling, NeedsConsent) = (marking.Protective, marking.Handling, marking.NeedsConsent);
    }

    /// <summary>What it says of its children is restricted with it.</summary>
    public void Restrict(bool isRestricted)
    {
        RestrictionId = isRestricted ? Id.Value : null;
        foreach (var involvement in Children)
            involvement.Record!.RestrictionId = RestrictionId; // Whoever restricts has read them.
    }

    public static RecordKind Kind => RecordKind.Incident;

    public static RecordLabels<Incident> Labels { get; } = new(
        Originator: incident => incident.ForceCode,
        Council: incident => incident.CouncilCode,
        IsShared: incident => incident.Sharing == Sharing.Shared,
        Children: incident => incident.Children.Select(involvement => involvement.ChildId))
    {
        Restriction = incident => incident.RestrictionId,
        NeedsConsent = incident => incident.NeedsConsent,
        NoticeAt = incident => incident.IncidentKind == IncidentKind.DomesticAbuse ? incident.SharedAt : null,
    };
}
