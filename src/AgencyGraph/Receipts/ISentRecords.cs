using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Receipts;

/// <summary>What was sent over links. The feature that sends keeps it and implements this.</summary>
public interface ISentRecords
{
    /// <summary>The kind of record that is sent.</summary>
    RecordKind Kind { get; }

    /// <summary>
    /// The receiver of an agency acknowledges what of these told it something: each delivery once, and none of a record that was hidden from it,
    /// by whatever rule, when it came so far.
    /// </summary>
    /// <returns>What is acknowledged by it that was not before.</returns>
    Task<IReadOnlyList<SentRecord>> AcknowledgeAsync(
        AgencyDb db, Receipt receipt, IReadOnlyList<ToldRecord> told, CancellationToken cancellationToken);

    /// <summary>
    /// An agency has another receiver: what waits is from now on what this one may see and has not acknowledged.
    /// </summary>
    Task FollowReceiverAsync(WriteSession session, Caller receiver, CancellationToken cancellationToken);

    /// <summary>
    /// Of what waits for an agency, that which the feed tells of no longer is announced anew to its receiver, who is there: some of it at once, and the
    /// rest when this is asked again.
    /// </summary>
    Task AnnounceExpiredAsync(WriteSession session, Caller receiver, CancellationToken cancellationToken);

    /// <summary>What was last told before an instant and waits all the same is from now on not kept in the feed.</summary>
    /// <returns>How many deliveries that are.</returns>
    Task<int> ExpireAsync(AgencyDb db, AgencyCode from, AgencyCode to, DateTime before, DateTime at, CancellationToken cancellationToken);

    /// <summary>What of these was written to the agency's receiver: each delivery has its first instant.</summary>
    /// <returns>What is delivered by it that was not before.</returns>
    Task<IReadOnlyList<SentRecord>> NoteDeliveredAsync(
        AgencyDb db, AgencyCode to, IReadOnlyList<ToldRecord> told, DateTime at, CancellationToken cancellationToken);
}
