using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Referrals;
using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>
/// That a record has come to the end of its time, and what its controller decided. Of a record that was erased it says that, and by whom and when, and
/// nothing of what the record held.
/// </summary>
public sealed class RetentionReview : IGoverned<RetentionReview>
{
    public const int ReasonMaxLength = 1_000;
    public const int SourceMaxLength = 200;

    public required RetentionReviewId Id { get; init; }

    /// <summary>1 as raised; the decision adds one.</summary>
    public int Version { get; private set; } = 1;

    public required AgencyCode ControllerCode { get; init; }

    public Agency? Controller { get; init; }

    public required RecordKind RecordKind { get; init; }

    /// <summary>The record, by the value of its id; the same as one of the next four.</summary>
    public required Guid RecordId { get; init; }

    public ChildRecordId? ChildRecordId { get; init; }

    public IncidentId? IncidentId { get; init; }

    public ReferralId? ReferralId { get; init; }

    public MissingEpisodeId? MissingEpisodeId { get; init; }

    /// <summary>When its time came to an end.</summary>
    public required DateTime DueAt { get; init; }

    public required RunsFrom RunsFrom { get; init; }

    public required int Years { get; init; }

    /// <summary>The document that says so.</summary>
    public required string Source { get; init; }

    public required DateTime RaisedAt { get; init; }

    /// <summary>Null until it is decided.</summary>
    public RetentionVerdict? Verdict { get; private set; }

    /// <summary>Until when the record is kept, if it is; then it is looked at again.</summary>
    public DateOnly? KeepUntil { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Who decided, by the subject of the sign-in.</summary>
    public string? By { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Whom the record is about, for as long as it is there.</summary>
    public ICollection<ReviewedChild> Children { get; } = [];

    public static RecordKind Kind => RecordKind.RetentionReview;

    public static RecordLabels<RetentionReview> Labels { get; } = new(
        Originator: review => review.ControllerCode,
        Council: review => null,
        IsShared: review => false,
        Children: review => review.Children.Select(child => child.ChildId))
    {
        Restriction = review => review.RecordId,
    };

    public void Decide(RetentionVerdict verdict, DateOnly? keepUntil, string reason, Deed deed)
    {
        ArgumentNullException.ThrowIfNull(deed);
        (Verdict, KeepUntil, Reason, By, DecidedAt) = (verdict, keepUntil, reason, deed.Caller.Subject, deed.At);
        Version++;
    }
}
