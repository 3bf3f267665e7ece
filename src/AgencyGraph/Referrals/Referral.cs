using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>A request to a council for services for one or more children, from any agency.</summary>
public sealed class Referral : IGoverned<Referral>
{
    public const int ReasonMaxLength = 4_000;
    public const int RationaleMaxLength = 2_000;

    public required ReferralId Id { get; init; }

    /// <summary>1 as made; each step of the council adds one.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The referring agency's own reference; null where it gave none.</summary>
    public string? Reference { get; init; }

    public required AgencyCode FromCode { get; init; }

    public Agency? From { get; init; }

    public required AgencyCode ToCode { get; init; }

    public Agency? To { get; init; }

    public required ReferralSource Source { get; init; }

    public required PrimaryNeed PrimaryNeed { get; init; }

    /// <summary>Why the children are referred, in the referrer's words.</summary>
    public string? Reason { get; init; }

    /// <summary>When the referrer wrote it.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>When the council received it: the instant at which the exchange accepted it.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>When the council told the referrer that it has it; null until then.</summary>
    public DateTime? AcknowledgedAt { get; set; }

    public required ReferralStage Stage { get; set; }

    /// <summary>The hub's rating; null until rated.</summary>
    public RiskRating? Rating { get; set; }

    public DateTime? RatedAt { get; set; }

    public string? RatingRationale { get; set; }

    /// <summary>The council's decision; null until decided.</summary>
    public ReferralOutcome? Outcome { get; set; }

    public DateTime? DecidedAt { get; set; }

    public string? DecisionRationale { get; set; }

    public ICollection<ReferredChild> Children { get; } = [];

    public ICollection<ReferredIncident> Incidents { get; } = [];

    public static RecordKind Kind => RecordKind.Referral;

    public static RecordLabels<Referral> Labels { get; } = new(
        Originator: referral => referral.FromCode,
        Council: referral => referral.ToCode,
        IsShared: referral => true,
        Children: referral => referral.Children.Select(child => child.ChildId));
}
