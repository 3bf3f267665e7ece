using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Feed;

/// <summary>Reads the feed and what decides who sees it.</summary>
internal sealed class FeedReader(IDbContextFactory<AgencyDb> databases, DatabaseContact contact)
{
    public const int PageSize = 256;
    public const string StreamStart = "stream start";
    public const string WhoSees = "who sees entries";

    public async Task<FeedHead> ReadHeadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await FeedHeads.ReadAsync(db, cancellationToken);
    }

    /// <summary>The head at which a stream begins; its statement is marked, so that it can be told from the others.</summary>
    public async Task<FeedHead> ReadStartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var starts = db.Set<FeedHead>().AsNoTracking().TagWith(StreamStart);
        if (await starts.SingleOrDefaultAsync(cancellationToken) is { } head)
            return head;

        await FeedHeads.EnsureAsync(db, cancellationToken);
        return await starts.SingleAsync(cancellationToken);
    }

    public async Task<FeedPage> ReadPageAsync(long after, CancellationToken cancellationToken)
    {
        var asked = contact.Ask();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // One statement, so that the policy epoch is of the same snapshot as the entries.
        var rows = await db.Set<FeedHead>().AsNoTracking()
            .SelectMany(
                head => db.Set<FeedEntry>().Where(entry => entry.Position > after).OrderBy(entry => entry.Position).Take(PageSize).DefaultIfEmpty(),
                (head, entry) => new { head.PolicyEpoch, Entry = entry })
            .ToListAsync(cancellationToken);
        var entries = rows.Select(row => row.Entry).OfType<FeedEntry>().OrderBy(entry => entry.Position).ToList();
        var epoch = rows.Count == 0 ? 0 : rows[0].PolicyEpoch;
        contact.Answered(asked);

        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Position != after + i + 1)
                return new FeedPage(entries[..i], epoch, after + i + 1);
        }

        return new FeedPage(entries, epoch, null);
    }

    /// <summary>What decides today who sees the entries' records, in two queries.</summary>
    public async Task<Sights> ReadSightsAsync(IEnumerable<FeedEntry> entries, CancellationToken cancellationToken)
    {
        var children = new HashSet<ChildId>();
        var records = new HashSet<Guid>();
        foreach (var entry in entries)
        {
            children.UnionWith(entry.Children);
            if (RestrictionRule.Governs(entry.RecordKind))
                _ = records.Add(entry.RecordId);
        }

        if (records.Count == 0)
            return Sights.None;

        records.UnionWith(children.Select(child => child.Value));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var relationships = await db.Set<Relationship>().AsNoTracking().TagWith(WhoSees)
            .Where(tie => tie.To == null && children.Contains(tie.ChildId))
            .ToListAsync(cancellationToken);
        var restrictions = await db.Set<Restriction>().AsNoTracking().TagWith(WhoSees)
            .Where(name => records.Contains(name.RecordId))
            .ToListAsync(cancellationToken);
        return new Sights(relationships, restrictions);
    }
}
