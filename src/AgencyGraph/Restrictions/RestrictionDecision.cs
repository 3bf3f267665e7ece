using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Restrictions;

/// <summary>That a record was restricted to named workers, or opened again: by whom, why and when. Decisions are added, never changed.</summary>
public sealed class RestrictionDecision : IGoverned<RestrictionDecision>
{
    public const int ReasonMaxLength = 1_000;

    public required RestrictionDecisionId Id { get; init; }

    public required RecordKind RecordKind { get; init; }

    /// <summary>The record, by the value of its id.</summary>
    public required Guid RecordId { get; init; }

    public required RestrictionVerdict Verdict { get; init; }

    public required string Reason { get; init; }

    public required AgencyCode ByAgencyCode { get; init; }

    public Agency? ByAgency { get; init; }

    /// <summary>Who decided, by the subject of the sign-in.</summary>
    public required string By { get; init; }

    public required DateTime DecidedAt { get; init; }

    public static RecordKind Kind => RecordKind.RestrictionDecision;

    /// <summary>While the record is restricted, that it is one is for the named alone.</summary>
    public static RecordLabels<RestrictionDecision> Labels { get; } = new(
        Originator: decision => decision.ByAgencyCode,
        Council: decision => null,
        IsShared: decision => false,
        Children: decision => new ChildId[0])
    {
        Restriction = decision => decision.RecordId,
    };
}
