using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Receipts;

/// <summary>
/// From an agency's acknowledged position to the deliveries and links that it settles, by index, and each stretch of the feed once.
/// </summary>
internal sealed class ReceiptCount(IEnumerable<ISentRecords> sent, LinkUpkeep links)
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

    /// <summary>
    /// Counts what the receiver was sent on its way to the cursor, and nothing from before its reading began: it was not sent that, and says nothing of it.
    /// </summary>
    public async Task AdvanceAsync(AgencyDb db, Caller receiver, Cursor cursor, DateTime at, CancellationToken cancellationToken)
    {
        var told = new Stretch(cursor.From, cursor.Position);
        var receivers = db.Set<Receiver>().Where(row => row.AgencyCode == receiver.Agency);
        // Of two at once the second waits here, and sees what the first has counted.
        _ = await receivers.ExecuteUpdateAsync(set => set.SetProperty(row => row.ReceivedUpTo, row => row.ReceivedUpTo), cancellationToken);
        var counted = await receivers.AsNoTracking().Select(row => new Stretch(row.ReceivedFrom, row.ReceivedUpTo)).SingleAsync(cancellationToken);
        var uncounted = told.Without(counted).ToList();
        if (uncounted.Count == 0)
            return;

        var (from, upTo) = told.Following(counted);
        _ = await receivers.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ReceivedFrom, from).SetProperty(row => row.ReceivedUpTo, upTo), cancellationToken);
        var settled = new List<SentRecord>();
        var receipt = new Receipt(receiver, await DesignatedAtAsync(db, receiver, cancellationToken), cursor.Position, at);
        foreach (var stretch in uncounted)
        {
            for (long? reached = stretch.After; reached is { } position;)
                reached = await SettlePageAsync(db, receipt, stretch with { After = position }, settled, cancellationToken);
        }

        await links.AcknowledgedAsync(db, receiver.Agency, settled, at, cancellationToken);
    }

    private static Task<DateTime> DesignatedAtAsync(AgencyDb db, Caller receiver, CancellationToken cancellationToken)
        => db.Set<ReceiverDesignation>().AsNoTracking().Where(designation => designation.AgencyCode == receiver.Agency)
            .Select(designation => designation.DesignatedAt).MaxAsync(cancellationToken);

    /// <returns>Where to read on; null at the end.</returns>
    private async Task<long?> SettlePageAsync(
        AgencyDb db, Receipt receipt, Stretch stretch, List<SentRecord> settled, CancellationToken cancellationToken)
    {
        var agency = receipt.Receiver.Agency;
        var entries = await db.Set<FeedEntry>().AsNoTracking()
            .Where(entry => entry.Council == agency && entry.Position > stretch.After && entry.Position <= stretch.UpTo)
            .OrderBy(entry => entry.Position)
            .Take(PageSize)
            .Select(entry => new { entry.Position, entry.RecordKind, entry.IsShared, entry.RecordId, entry.RecordVersion })
            .ToListAsync(cancellationToken);
        foreach (var feature in sent)
        {
            var told = entries.Where(entry => entry.IsShared && entry.RecordKind == feature.Kind)
                .Select(entry => new ToldRecord(entry.RecordId, entry.RecordVersion)).ToList();
            if (told.Count > 0)
                settled.AddRange(await feature.AcknowledgeAsync(db, receipt, told, cancellationToken));
        }

        return entries.Count == PageSize ? entries[^1].Position : null;
    }
}
