using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Receipts;

/// <summary>
/// A consumer acknowledges everything up to a cursor. Cumulative and monotone: an older cursor changes nothing, and the answer is the
/// position that holds. Where the consumer is its agency's receiver, what it was sent on the way there is acknowledged with it as delivered to the agency.
/// </summary>
public sealed class AcknowledgeUpdates : IUseCase<AcknowledgeUpdatesInput>
{
    private readonly HandedCursors cursors;
    private readonly ReceiptCount receipts;
    private readonly IReadOnlyList<ISentRecords> sent;

    internal AcknowledgeUpdates(HandedCursors cursors, ReceiptCount receipts, IEnumerable<ISentRecords> sent)
        => (this.cursors, this.receipts, this.sent) = (cursors, receipts, [.. sent]);

    public string Operation => "acknowledgeUpdates";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<AcknowledgeUpdatesInput> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await AcknowledgeAsync(session, input.Cursor, cancellationToken));
        return outcomes;
    }

    private async Task<Outcome> AcknowledgeAsync(WriteSession session, CursorText text, CancellationToken cancellationToken)
    {
        var caller = session.Deed.Caller;
        var (opened, refusal) = await cursors.OpenAsync(session.Db, caller, text, cancellationToken);
        if (opened is not { } cursor)
            return Refused(refusal);

        var isReceipt = await ReceiptCount.IsReceiptAsync(session.Db, caller, cursor, cancellationToken);
        var id = await MoveAsync(session, cursor, text, isReceipt, cancellationToken);
        if (isReceipt)
        {
            await receipts.AdvanceAsync(session.Db, caller, cursor, session.Deed.At, cancellationToken);
            foreach (var feature in sent)
                await feature.AnnounceExpiredAsync(session, caller, cancellationToken);
        }

        return Outcome.Changed(id.Value);
    }

    /// <summary>
    /// One conditional statement on a row that is there: of many at once, whichever comes last, the furthest stands. The row is looked for
    /// first: begun by somebody between a statement that met no row and the look for it, it would be taken for one that is ahead.
    /// </summary>
    private static async Task<AcknowledgementId> MoveAsync(
        WriteSession session, Cursor cursor, CursorText text, bool isReceipt, CancellationToken cancellationToken)
    {
        var (consumer, filter) = (NameOf(cursor.Consumer), NameOf(cursor.Filter));
        var standing = session.Db.Set<Acknowledgement>().Where(row => row.Consumer == consumer && row.Filter == filter);
        if (await standing.AsNoTracking().Select(row => (AcknowledgementId?)row.Id).SingleOrDefaultAsync(cancellationToken) is not { } known)
            return await BeginAsync(session, cursor, text, isReceipt, cancellationToken);

        var (epoch, position, stamp, at) = (cursor.Epoch, cursor.Position, cursor.Stamp, session.Deed.At);
        var behind = standing.Where(row => row.Epoch != epoch || row.Position < position || (row.Position == position && row.Stamp < stamp));
        _ = await behind.ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Epoch, epoch)
                .SetProperty(row => row.Position, position)
                .SetProperty(row => row.Stamp, stamp)
                .SetProperty(row => row.Cursor, text)
                .SetProperty(row => row.AcknowledgedAt, at)
                .SetProperty(row => row.IsReceipt, isReceipt),
            cancellationToken);
        return known;
    }

    /// <summary>Where another request of the same consumer began at the same instant, the unique key makes the writer try again.</summary>
    private static async Task<AcknowledgementId> BeginAsync(
        WriteSession session, Cursor cursor, CursorText text, bool isReceipt, CancellationToken cancellationToken)
    {
        var first = new Acknowledgement
        {
            Id = AcknowledgementId.New(),
            AgencyCode = session.Deed.Caller.Agency,
            Subject = session.Deed.Caller.Subject,
            Role = session.Deed.Caller.Role,
            Consumer = NameOf(cursor.Consumer),
            Filter = NameOf(cursor.Filter),
            Epoch = cursor.Epoch,
            Position = cursor.Position,
            Stamp = cursor.Stamp,
            Cursor = text,
            AcknowledgedAt = session.Deed.At,
            IsReceipt = isReceipt,
        };
        _ = session.Db.Add(first);
        await session.SaveAsync(cancellationToken);
        return first.Id;
    }

    private static Outcome Refused(StreamRefusal? refusal)
    {
        var code = refusal == StreamRefusal.CursorEpochChanged ? RefusalCode.CursorEpochChanged : RefusalCode.CursorInvalid;
        return Outcome.Refused(code, RefusalAdvice.All[code].Meaning, "cursor");
    }

    private static string NameOf(UInt128 fingerprint) => fingerprint.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
