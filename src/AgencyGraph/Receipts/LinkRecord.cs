using AgencyGraph.Agencies;

namespace AgencyGraph.Receipts;

/// <summary>
/// That a force has sent something to a council, and what its receipts left. No row is written for what is sent after the first: those
/// who write at once would wait for each other; <see cref="AgencyLink"/> finds that among the deliveries.
/// </summary>
public sealed class LinkRecord
{
    public required AgencyLinkId Id { get; init; }

    public required AgencyCode FromCode { get; init; }

    public required AgencyCode ToCode { get; init; }

    public required DateTime OpenedAt { get; init; }

    /// <summary>When something was last written to the receiver's connection; null until then.</summary>
    public DateTime? LastDeliveredAt { get; set; }

    /// <summary>When the receiver last acknowledged something; null until then.</summary>
    public DateTime? LastAcknowledgedAt { get; set; }

    /// <summary>From sending to acknowledgement of the latest that was acknowledged; null until then.</summary>
    public int? LagSeconds { get; set; }

    /// <summary>Since when it is overdue; null while it is not.</summary>
    public DateTime? OverdueSince { get; set; }

    /// <summary>How often it has become overdue.</summary>
    public int TimesOverdue { get; set; }
}
