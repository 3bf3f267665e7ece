using AgencyGraph.Agencies;

namespace AgencyGraph.Receipts;

/// <summary>
/// That a record was sent to an agency, when it arrived there, and when the agency said so. Each feature that sends has its own, which names its record.
/// </summary>
public abstract class Sending
{
    public required Guid Id { get; init; }

    /// <summary>The version of the record that was sent.</summary>
    public required int Version { get; init; }

    /// <summary>The force that sent it.</summary>
    public required AgencyCode FromCode { get; init; }

    public required AgencyCode ToCode { get; init; }

    public Agency? To { get; init; }

    public required DateTime SharedAt { get; init; }

    /// <summary>
    /// When an update of it was first written to the connection of the agency's receiver; null where that is not known: it was not yet,
    /// or the server fell before it was noted, or the agency read it by query.
    /// </summary>
    public DateTime? DeliveredAt { get; set; }

    /// <summary>When the agency's receiver acknowledged an update of it; null until then.</summary>
    public DateTime? AcknowledgedAt { get; set; }

    /// <summary>
    /// When the agency, or its receiver, ceased to see the record, which was withheld, moved or restricted; null while it sees it. Nobody waits
    /// for such a delivery.
    /// </summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>
    /// When it came to wait again, because a restriction was lifted or changed or the agency named another receiver; null where it always waited.
    /// </summary>
    public DateTime? ReturnedAt { get; set; }

    /// <summary>When it was last told anew, to its receiver or to all who may see it; null where the first telling stands.</summary>
    public DateTime? AnnouncedAt { get; set; }

    /// <summary>Since when it waits although the feed tells of it no longer; null while the feed does.</summary>
    public DateTime? ExpiredAt { get; set; }
}
