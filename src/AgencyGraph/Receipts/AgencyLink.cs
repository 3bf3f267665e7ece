using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Receipts;

/// <summary>A link from a force to a council as it stands now: what was sent over it, and whether it arrived. Only read.</summary>
public sealed class AgencyLink : IGoverned<AgencyLink>
{
    public required AgencyLinkId Id { get; init; }

    public required AgencyCode FromCode { get; init; }

    public Agency? From { get; init; }

    public required AgencyCode ToCode { get; init; }

    public Agency? To { get; init; }

    public DateTime? LastSentAt { get; init; }

    public DateTime? LastDeliveredAt { get; init; }

    public DateTime? LastAcknowledgedAt { get; init; }

    public int? LagSeconds { get; init; }

    /// <summary>How many deliveries are neither acknowledged nor withdrawn.</summary>
    public required int Waiting { get; init; }

    /// <summary>When the oldest of them was sent; null where none waits.</summary>
    public DateTime? OldestWaitingAt { get; init; }

    /// <summary>Since when the feed must tell of what waits: of the oldest that has not expired.</summary>
    public DateTime? HeldSince { get; init; }

    /// <summary>How many of those that wait the feed tells of no longer.</summary>
    public required int Expired { get; init; }

    public DateTime? ExpiredSince { get; init; }

    public DateTime? OverdueSince { get; init; }

    /// <summary>Whether the council has designated whose acknowledgement counts; without, nothing is ever acknowledged.</summary>
    public required bool HasReceiver { get; init; }

    public static RecordKind Kind => RecordKind.Link;

    public static RecordLabels<AgencyLink> Labels { get; } = new(
        Originator: link => link.FromCode,
        Council: link => link.ToCode,
        IsShared: link => true,
        Children: link => new ChildId[0]);
}
