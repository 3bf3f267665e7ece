using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Receipts;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Incidents;

/// <summary>
/// While a restriction hides an incident from the receiver of the council to which it was sent, its delivery waits for nobody: nothing of it
/// is sent, and a count of what waits would tell that it is there. It waits again once the receiver sees it.
/// </summary>
internal static class DeliveriesInSight
{
    public static async Task FollowAsync(AgencyDb db, IReadOnlyList<ChangedSight> incidents, DateTime at, CancellationToken cancellationToken)
    {
        var sights = incidents.Select(one => one.Change.After).OfType<Sight>().ToList();
        var councils = sights.Select(sight => sight.Facts.Council).OfType<AgencyCode>().Distinct().ToList();
        var receivers = await db.Set<Receiver>().AsNoTracking().Where(receiver => councils.Contains(receiver.AgencyCode))
            .ToDictionaryAsync(receiver => receiver.AgencyCode, receiver => receiver.Subject, cancellationToken);
        foreach (var one in incidents)
        {
            if (one.Change.After is not { Facts.Council: { } council } now)
                continue;

            var deliveries = StandingOf(db, new IncidentId(one.Record.Id), council);
            if (now.Admits(RecordKind.Incident, ReceiverOf(council, receivers)))
                await ReturnAsync(deliveries, at, cancellationToken);
            else
                await WithdrawAsync(deliveries, at, cancellationToken);
        }
    }

    /// <summary>The delivery of an incident as it is now shared: what was withdrawn earlier, by withholding or moving it, stays so.</summary>
    private static IQueryable<Delivery> StandingOf(AgencyDb db, IncidentId incident, AgencyCode council)
        => db.Set<Delivery>().Where(delivery => delivery.IncidentId == incident && delivery.ToCode == council
            && !db.Set<Delivery>().Any(later => later.IncidentId == incident && later.Version > delivery.Version));

    private static Task<int> WithdrawAsync(IQueryable<Delivery> deliveries, DateTime at, CancellationToken cancellationToken)
        => deliveries.Where(delivery => delivery.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.WithdrawnAt, at), cancellationToken);

    private static Task<int> ReturnAsync(IQueryable<Delivery> deliveries, DateTime at, CancellationToken cancellationToken)
        => deliveries.Where(delivery => delivery.WithdrawnAt != null).ExecuteUpdateAsync(
            set => set.SetProperty(delivery => delivery.WithdrawnAt, (DateTime?)null).SetProperty(delivery => delivery.ReturnedAt, at), cancellationToken);

    /// <summary>Where the council has named no receiver, any of its systems that no list names.</summary>
    private static Caller ReceiverOf(AgencyCode council, Dictionary<AgencyCode, string> receivers)
        => new(receivers.GetValueOrDefault(council, ""), council, Role.CouncilSystem, Grants.Of(Role.CouncilSystem).Purposes[0]);
}
