using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Suspensions;

/// <summary>That somebody's access was suspended or restored: by whom, why and when. Decisions are added, never changed.</summary>
public sealed class AccessDecision : IGoverned<AccessDecision>
{
    public const int ReasonMaxLength = 1_000;

    public required AccessDecisionId Id { get; init; }

    public required AccessHolder Holder { get; init; }

    /// <summary>The subject, client id or agency's code, to the letter; of a role its name, with those of the agency and the subject.</summary>
    public required string Name { get; init; }

    public required AccessVerdict Verdict { get; init; }

    public required string Reason { get; init; }

    /// <summary>The agency of whoever decided: an administrator, or the council whose review lifts a suspension or is overdue.</summary>
    public required AgencyCode ByAgencyCode { get; init; }

    public Agency? ByAgency { get; init; }

    /// <summary>Who decided, by the subject of their sign-in; <see cref="ReviewSuspensions.Exchange"/> where a review was overdue.</summary>
    public required string By { get; init; }

    public required DateTime DecidedAt { get; init; }

    public static RecordKind Kind => RecordKind.AccessDecision;

    public static RecordLabels<AccessDecision> Labels { get; } = new(
        Originator: decision => decision.ByAgencyCode,
        Council: decision => null,
        IsShared: decision => false,
        Children: decision => new ChildId[0]);
}
