using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Conflicts;

/// <summary>
/// That a worker was declared to be linked to a party of a child's case, or that this ended: by whom, why and when. Decisions are added,
/// never changed.
/// </summary>
public sealed class ConflictDecision : IGoverned<ConflictDecision>
{
    public const int ReasonMaxLength = 1_000;

    public required ConflictDecisionId Id { get; init; }

    public required ChildId ChildId { get; init; }

    /// <summary>The worker, by the subject of the worker's sign-in; a worker of <see cref="ByAgencyCode"/>.</summary>
    public required string Worker { get; init; }

    public required ConflictVerdict Verdict { get; init; }

    public required string Reason { get; init; }

    public required AgencyCode ByAgencyCode { get; init; }

    public Agency? ByAgency { get; init; }

    /// <summary>Who decided, by the subject of the sign-in.</summary>
    public required string By { get; init; }

    public required DateTime DecidedAt { get; init; }

    public static RecordKind Kind => RecordKind.ConflictDecision;

    public static RecordLabels<ConflictDecision> Labels { get; } = new(
        Originator: decision => decision.ByAgencyCode,
        Council: decision => null,
        IsShared: decision => false,
        Children: decision => new[] { decision.ChildId });
}
