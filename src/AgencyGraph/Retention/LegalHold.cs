using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Referrals;
using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>
/// That a child, or one record, must not be erased, because an inquiry or a court may ask for it: by whom, why and since when. While it stands nothing
/// under it is erased, whoever answers for it, nor any record of a child under it.
/// </summary>
public sealed class LegalHold : IGoverned<LegalHold>
{
    public const int ReasonMaxLength = 1_000;

    public required LegalHoldId Id { get; init; }

    /// <summary>1 as placed; 2 as lifted.</summary>
    public int Version { get; private set; } = 1;

    public required RecordKind RecordKind { get; init; }

    /// <summary>The child or the record, by the value of its id; the same as one of the next five.</summary>
    public required Guid RecordId { get; init; }

    public ChildId? ChildId { get; init; }

    public ChildRecordId? ChildRecordId { get; init; }

    public IncidentId? IncidentId { get; init; }

    public ReferralId? ReferralId { get; init; }

    public MissingEpisodeId? MissingEpisodeId { get; init; }

    public required string Reason { get; init; }

    public required AgencyCode ByAgencyCode { get; init; }

    public Agency? ByAgency { get; init; }

    /// <summary>Who placed it, by the subject of the sign-in.</summary>
    public required string By { get; init; }

    public required DateTime PlacedAt { get; init; }

    /// <summary>Null while it stands.</summary>
    public DateTime? LiftedAt { get; private set; }

    public string? LiftedBy { get; private set; }

    public string? LiftReason { get; private set; }

    /// <summary>Whom the record was about when the hold was placed.</summary>
    public ICollection<HeldChild> Children { get; } = [];

    public static RecordKind Kind => RecordKind.LegalHold;

    public static RecordLabels<LegalHold> Labels { get; } = new(
        Originator: hold => hold.ByAgencyCode,
        Council: hold => null,
        IsShared: hold => false,
        Children: hold => hold.Children.Select(child => child.ChildId))
    {
        Restriction = hold => hold.RecordId,
    };

    public void Lift(string reason, Deed deed)
    {
        ArgumentNullException.ThrowIfNull(deed);
        (LiftReason, LiftedBy, LiftedAt) = (reason, deed.Caller.Subject, deed.At);
        Version++;
    }
}
