using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Receipts;

/// <summary>
/// From an agency's acknowledged position to the deliveries and links that it settles, by index, and each stretch of the feed once.
/// </summary>
internal sealed class ReceiptCount(ISentRecords sent, LinkUpkeep links)
{
    private const int PageSize = 500;

    private static readonly UInt128 NoFilter = new StreamFilter(null, null).Fingerprint;

    /// <summary>
    /// Whether an acknowledgement counts as the agency's: from its receiver, acting as a system, which keeps what it is told, and from a stream without a filter, for
    /// one with a filter proves nothing of what it left out.
    /// </summary>
    public static async Task<bool> IsReceiptAsync(AgencyDb db, Caller caller, Cursor cursor, CancellationToken cancellationToken)
        => caller.Role.IsSystem() && cursor.Filter == NoFilter
            && await db.Set<Receiver>().AnyAsync(
                receiver => receiver.AgencyCode == caller.Agency && receiver.Subject == caller.Subject, cancellationToken);

    public async Task AdvanceAsync(AgencyDb db, Caller receiver, long upTo, DateTime at, CancellationToken cancellationToken)
    {
        var agency = receiver.Agency;
        var receivers = db.Set<Receiver>().Where(row => row.AgencyCode == agency && row.ReceivedUpTo < upTo);
        var after = await receivers.AsNoTracking().Select(row => (long?)row.ReceivedUpTo).SingleOrDefaultAsync(cancellationToken);
        // Two at once count what lies between them twice, which changes nothing the second time.
        var isAhead = await receivers.ExecuteUpdateAsync(set => set.SetProperty(row => row.ReceivedUpTo, upTo), cancellationToken);
        if (isAhead == 0 || after is null)
            return;

        var settled = new List<SentRecord>();
        for (var reached = after; reached is { } position;)
            reached = await SettlePageAsync(db, receiver, position, upTo, at, settled, cancellationToken);
        await links.AcknowledgedAsync(db, agency, settled, at, cancellationToken);
    }

    /// <returns>Where to read on; null at the end.</returns>
    private async Task<long?> SettlePageAsync(
        AgencyDb db, Caller receiver, long after, long upTo, DateTime at, List<SentRecord> settled, CancellationToken cancellationToken)
    {
        var agency = receiver.Agency;
        var entries = await db.Set<FeedEntry>().AsNoTracking()
            .Where(entry => entry.Council == agency && entry.Position > after && entry.Position <= upTo)
            .OrderBy(entry => entry.Position)
            .Take(PageSize)
            .Select(entry => new { entry.Position, entry.RecordKind, entry.IsShared, entry.RecordId, entry.RecordVersion })
            .ToListAsync(cancellationToken);
        var told = entries.Where(entry => entry.IsShared && entry.RecordKind == sent.Kind)
            .Select(entry => new ToldRecord(entry.RecordId, entry.RecordVersion)).ToList();
        if (told.Count > 0)
            settled.AddRange(await sent.AcknowledgeAsync(db, receiver, told, upTo, at, cancellationToken));
        return entries.Count == PageSize ? entries[^1].Position : null;
    }
}
