using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Receipts;

/// <summary>
/// While a restriction hides a record from the receiver of the council to which it was sent, its delivery waits for nobody: nothing of it
/// is sent, and a count of what waits would tell that it is there. It waits again once the receiver sees it.
/// </summary>
public abstract partial class SentRecords<TRecord, TId, TSending>
{
    public async Task FollowRestrictionsAsync(AgencyDb db, IReadOnlyList<RecordInSight> sights, DateTime at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var own = sights.Where(one => one.Record.Kind == Kind).ToList();
        var councils = own.Select(one => one.Sight.Facts.Council).OfType<AgencyCode>().Distinct().ToList();
        var receivers = await ReceiversAsync(db, councils, cancellationToken);
        foreach (var one in own)
        {
            if (one.Sight.Facts.Council is not { } council)
                continue;

            var id = TId.From(one.Record.Id);
            var deliveries = StandingOf(db).Where(delivery => EF.Property<TId>(delivery, key).Equals(id) && delivery.ToCode == council);
            if (one.Sight.Admits(Kind, ReceiverOf(council, receivers)))
                _ = await ReturnAsync(deliveries, at, cancellationToken);
            else
                _ = await WithdrawAsync(deliveries, at, cancellationToken);
        }
    }

    private static Task<int> WithdrawAsync(IQueryable<TSending> deliveries, DateTime at, CancellationToken cancellationToken)
        => deliveries.Where(delivery => delivery.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.WithdrawnAt, at), cancellationToken);

    /// <summary>That the record is visible again is told by the update that says so.</summary>
    private static Task<int> ReturnAsync(IQueryable<TSending> deliveries, DateTime at, CancellationToken cancellationToken)
        => deliveries.Where(delivery => delivery.WithdrawnAt != null).ExecuteUpdateAsync(
            set => set.SetProperty(delivery => delivery.WithdrawnAt, (DateTime?)null).SetProperty(delivery => delivery.ReturnedAt, at)
                .SetProperty(delivery => delivery.AnnouncedAt, at).SetProperty(delivery => delivery.ExpiredAt, (DateTime?)null),
            cancellationToken);

    /// <summary>Another is named only before this is decided, or after: then the naming sees what the restriction has left.</summary>
    private static async Task<Dictionary<AgencyCode, string>> ReceiversAsync(
        AgencyDb db, List<AgencyCode> councils, CancellationToken cancellationToken)
    {
        foreach (var council in councils.OrderBy(council => council.Value, StringComparer.Ordinal))
        {
            _ = await db.Set<Receiver>().Where(receiver => receiver.AgencyCode == council).ExecuteUpdateAsync(
                set => set.SetProperty(receiver => receiver.ReceivedUpTo, receiver => receiver.ReceivedUpTo), cancellationToken);
        }

        return await db.Set<Receiver>().AsNoTracking().Where(receiver => councils.Contains(receiver.AgencyCode))
            .ToDictionaryAsync(receiver => receiver.AgencyCode, receiver => receiver.Subject, cancellationToken);
    }

    /// <summary>Where the council has named no receiver, any of its systems that no list names.</summary>
    private static Caller ReceiverOf(AgencyCode council, Dictionary<AgencyCode, string> receivers)
        => new(receivers.GetValueOrDefault(council, ""), council, Role.CouncilSystem, Grants.Of(Role.CouncilSystem).Purposes[0]);
}
