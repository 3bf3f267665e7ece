using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Children;

/// <summary>
/// Compares who sees the records about some children before a deed and after it, and tells those who lose, and those who gain, in the deed's
/// own transaction.
/// </summary>
public sealed class SightWatch
{
    private static readonly RowProbe<Restriction> AnyOfChild = new(nameof(Restriction.ChildId));

    private readonly WriteSession session;
    private readonly IReadOnlyList<IRecordsOfChildren> features;
    private readonly HashSet<ChildId> children = [];
    private readonly HashSet<ChildId> afterwards = [];
    private readonly HashSet<ErasedRecord> erased = [];
    private readonly Dictionary<(RecordKind Kind, Guid Id), RecordInSight> before = [];

    internal SightWatch(WriteSession session, IReadOnlyList<IRecordsOfChildren> features) => (this.session, this.features) = (session, features);

    /// <summary>Looks at what is saved about these children, before it is changed.</summary>
    public async Task LookAsync(IEnumerable<ChildId> about, CancellationToken cancellationToken)
    {
        var more = about.Except(children).ToList();
        if (more.Count == 0)
            return;

        children.UnionWith(more);
        foreach (var (key, seen) in await ReadAsync(more, cancellationToken))
            _ = before.TryAdd(key, seen);
    }

    /// <summary>Some of the records, and those that the deed makes, may be about these children afterwards, and no longer about the others.</summary>
    public void MoveTo(IEnumerable<ChildId> to) => afterwards.UnionWith(to);

    /// <summary>These records are erased: whoever saw one is told that, and not that it is withdrawn.</summary>
    public void Erase(IEnumerable<ErasedRecord> records) => erased.UnionWith(records);

    /// <summary>Who saw a record, when it was looked at; null where it was not there.</summary>
    public SightChange? Former(RecordKind kind, Guid id) => before.TryGetValue((kind, id), out var seen) ? new SightChange(seen.Sight, null) : null;

    /// <summary>Saves first. To be called last: the deed is done.</summary>
    /// <param name="isToldOtherwise">Which records the deed's own updates show to those who come to see them; null for none.</param>
    public async Task TellAsync(Func<RecordOfChildren, bool>? isToldOtherwise, CancellationToken cancellationToken)
    {
        if (children.Count == 0 && !await AreRestrictedAsync(afterwards, cancellationToken))
            return;

        await session.SaveAsync(cancellationToken);
        var after = await ReadAsync([.. children.Union(afterwards)], cancellationToken);
        var changes = before.OrderBy(seen => seen.Key)
            .Select(seen => new ChangedSight(seen.Value.Record, new SightChange(seen.Value.Sight, after.TryGetValue(seen.Key, out var now) ? now.Sight : null)))
            .ToList();
        await FollowRestrictionsAsync(after, cancellationToken);
        foreach (var (record, change) in changes.Where(one => Viewers.Of(one.Change).Any(viewer => one.Change.Loses(one.Record.Kind, viewer))))
        {
            session.RaisePolicyEpoch();
            Announce(
                erased.Contains(new ErasedRecord(record.Kind, record.Id)) ? UpdateKind.RecordErased : UpdateKind.RecordWithdrawn, record, change,
                change.Before.Facts with { Council = null, IsShared = false });
        }

        foreach (var (record, change) in changes.Where(one => one.Change.After is not null && isToldOtherwise?.Invoke(one.Record) != true
            && Viewers.Of(one.Change).Any(viewer => one.Change.Gains(one.Record.Kind, viewer))))
            Announce(UpdateKind.RecordVisible, record, change, change.After!.Facts); // Those without were left out.
    }

    /// <summary>A child that is made in this very deed is not restricted yet.</summary>
    private async Task<bool> AreRestrictedAsync(IEnumerable<ChildId> some, CancellationToken cancellationToken)
    {
        var made = session.Db.NewRows.Of<Child>().Select(child => child.Id);
        foreach (var child in some.Except(made))
        {
            if (await AnyOfChild.FindsAsync(session.Storage, session.Db, cancellationToken, child))
                return true;
        }

        return false;
    }

    private async Task FollowRestrictionsAsync(
        Dictionary<(RecordKind Kind, Guid Id), RecordInSight> after, CancellationToken cancellationToken)
    {
        var restricted = after.Where(seen => seen.Value.Sight.Restrictions.Count > 0
            || (before.TryGetValue(seen.Key, out var former) && former.Sight.Restrictions.Count > 0)).Select(seen => seen.Value).ToList();
        foreach (var feature in features.Where(_ => restricted.Count > 0))
            await feature.FollowRestrictionsAsync(session.Db, restricted, session.Deed.At, cancellationToken);
    }

    private void Announce(UpdateKind kind, RecordOfChildren record, SightChange change, RecordFacts labels)
        => session.Announce(new FeedDraft(
            kind, record.Kind, record.Id, record.Version, labels.Originator, labels.Council, labels.IsShared, labels.Children, session.Deed.At)
        { Change = change });

    private async Task<Dictionary<(RecordKind Kind, Guid Id), RecordInSight>> ReadAsync(
        IReadOnlyCollection<ChildId> about, CancellationToken cancellationToken)
    {
        var records = new List<RecordOfChildren>();
        foreach (var feature in features)
            records.AddRange(await feature.AboutAsync(session.Db, about, cancellationToken));

        var concerned = records.SelectMany(record => record.Facts.Children).Distinct().ToList();
        var named = records.Select(record => record.Id).Concat(records.Select(record => record.Facts.Restriction).OfType<Guid>())
            .Concat(concerned.Select(child => child.Value)).Distinct().ToList();
        var ties = (await session.Db.Set<Relationship>().AsNoTracking().Where(tie => tie.To == null && concerned.Contains(tie.ChildId))
            .ToListAsync(cancellationToken)).ToLookup(tie => tie.ChildId);
        var names = (await session.Db.Set<Restriction>().AsNoTracking().Where(name => named.Contains(name.RecordId))
            .ToListAsync(cancellationToken)).ToLookup(name => name.RecordId);
        return records.ToDictionary(record => (record.Kind, record.Id), record => new RecordInSight(record, SightOf(record.Facts, ties, names)));
    }

    private static Sight SightOf(RecordFacts facts, ILookup<ChildId, Relationship> ties, ILookup<Guid, Restriction> names) => new(
        facts,
        [.. facts.Children.SelectMany(child => ties[child])],
        [.. (facts.Restriction is { } restriction ? names[restriction] : []).Concat(facts.Children.SelectMany(child => names[child.Value]))]);
}
