using AgencyGraph.Agencies;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;

namespace AgencyGraph.Receipts;

/// <summary>
/// Up to where a consumer has said that it has received and processed its updates: one row for each of its filters, because a cursor
/// proves nothing of what another filter let through. The position only rises, but where a restore has begun a new history.
/// </summary>
public sealed class Acknowledgement : IGoverned<Acknowledgement>
{
    /// <summary>A fingerprint in hexadecimal.</summary>
    public const int FingerprintLength = 32;

    public required AcknowledgementId Id { get; init; }

    public required AgencyCode AgencyCode { get; init; }

    public Agency? Agency { get; init; }

    /// <summary>The consumer, by the subject of its tokens.</summary>
    public required string Subject { get; init; }

    public required Role Role { get; init; }

    /// <summary>Agency, role, subject and purpose, as the cursor names them.</summary>
    public required string Consumer { get; init; }

    /// <summary>The filter of the stream, likewise.</summary>
    public required string Filter { get; init; }

    public required long Epoch { get; set; }

    /// <summary>Never leaves the exchange: gaps would tell of hidden traffic.</summary>
    public required long Position { get; set; }

    /// <summary>Decides between cursors of one position: the later one came further, as far as its consumer can tell.</summary>
    public required long Stamp { get; set; }

    /// <summary>The cursor that came furthest.</summary>
    public required CursorText Cursor { get; set; }

    /// <summary>When it came.</summary>
    public required DateTime AcknowledgedAt { get; set; }

    /// <summary>Whether it counted as the agency's receipt.</summary>
    public required bool IsReceipt { get; set; }

    public static RecordKind Kind => RecordKind.Acknowledgement;

    public static RecordLabels<Acknowledgement> Labels { get; } = new(
        Originator: acknowledgement => acknowledgement.AgencyCode,
        Council: acknowledgement => null,
        IsShared: acknowledgement => false,
        Children: acknowledgement => new ChildId[0]);
}
