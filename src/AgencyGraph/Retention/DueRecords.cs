using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Retention;

/// <summary>
/// Which records have come to the end of their time. By nothing but what their controller itself wrote or was sent: the end of a record's time must not
/// tell what others know of the child.
/// </summary>
internal sealed class DueRecords(IEnumerable<IKeptRecords> kept)
{
    public async Task<IReadOnlyList<DueRecord>> AmongAsync(
        AgencyDb db, IReadOnlyList<KeptRecord> records, RetentionPeriod period, DateTime now, CancellationToken cancellationToken)
    {
        var due = new List<DueRecord>();
        foreach (var controllers in records.GroupBy(record => record.Controller))
        {
            var known = await KnownAsync(db, controllers.Key, [.. controllers.SelectMany(record => record.Children).Distinct()], cancellationToken);
            due.AddRange(controllers.Where(record => !record.Children.Any(known.Open.Contains))
                .Select(record => new DueRecord(record, period, EndOf(record, period, known)))
                .Where(one => one.DueAt <= now));
        }

        return due;
    }

    private static DateTime EndOf(KeptRecord record, RetentionPeriod period, Known known)
    {
        var births = record.Children.Select(child => known.Births.GetValueOrDefault(child)).ToList();
        // Of one whose birthday is not known it may be that it is the youngest.
        var youngest = births.Contains(null) ? null : births.Max();
        return period.EndOf(record.RecordedAt, record.Children.Select(child => known.Activity.GetValueOrDefault(child)).Append(record.RecordedAt).Max(), youngest);
    }

    private async Task<Known> KnownAsync(AgencyDb db, AgencyCode controller, List<ChildId> children, CancellationToken cancellationToken)
    {
        var activity = new Dictionary<ChildId, DateTime>();
        foreach (var feature in kept)
        {
            foreach (var (child, at) in await feature.LastWrittenAsync(db, controller, children, cancellationToken))
                activity[child] = activity.TryGetValue(child, out var known) && known > at ? known : at;
        }

        var births = await db.Set<ChildRecord>().Where(record => record.AgencyCode == controller && record.BornOn != null && children.Contains(record.ChildId))
            .GroupBy(record => record.ChildId).Select(group => new { Child = group.Key, BornOn = group.Max(record => record.BornOn) })
            .ToDictionaryAsync(one => one.Child, one => one.BornOn, cancellationToken);
        var workers = $"{controller}/";
        var open = await db.Set<Relationship>()
            .Where(tie => tie.To == null && tie.Kind == RelationshipKind.AllocatedWorker && children.Contains(tie.ChildId) && tie.Holder.StartsWith(workers))
            .Select(tie => tie.ChildId).ToListAsync(cancellationToken);
        return new Known(activity, births, [.. open]);
    }

    /// <param name="Births">The latest birthday that the controller recorded of each child.</param>
    /// <param name="Open">Children who are allocated to one of its workers: while a case is open nothing of it has come to its end.</param>
    private sealed record Known(Dictionary<ChildId, DateTime> Activity, Dictionary<ChildId, DateOnly?> Births, HashSet<ChildId> Open);
}
