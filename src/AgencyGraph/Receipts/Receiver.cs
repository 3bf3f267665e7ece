using AgencyGraph.Agencies;

namespace AgencyGraph.Receipts;

/// <summary>
/// The one of an agency's systems whose acknowledgement counts as the agency's receipt, now; who designated it and when is kept in
/// <see cref="ReceiverDesignation"/>.
/// </summary>
public sealed class Receiver
{
    public required AgencyCode AgencyCode { get; init; }

    /// <summary>The system, by the subject of its tokens.</summary>
    public required string Subject { get; set; }

    /// <summary>After which position of the feed this system's receipts have been counted.</summary>
    public required long ReceivedFrom { get; set; }

    /// <summary>Up to which position: nothing between need be counted again.</summary>
    public required long ReceivedUpTo { get; set; }
}
