using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.AccessHistory.Indexing;

/// <summary>Adds readings to the history of accesses.</summary>
internal sealed class AccessTable(TimeProvider clock)
{
    /// <returns>What responsible councils are to be told: that another agency has looked, once a reader, child and day.</returns>
    public async Task<IReadOnlyList<FeedDraft>> AddAsync(
        AgencyDb db, IReadOnlyDictionary<Reading, ReadingTally> readings, CancellationToken cancellationToken)
    {
        var told = new List<FeedDraft>();
        foreach (var some in readings.GroupBy(reading => reading.Key.Child).Chunk(AccessIndexer.MostAtOnce))
            told.AddRange(await AddSomeAsync(db, some.ToDictionary(child => child.Key, child => child.ToList()), cancellationToken));
        return told;
    }

    private async Task<List<FeedDraft>> AddSomeAsync(
        AgencyDb db, Dictionary<ChildId, List<KeyValuePair<Reading, ReadingTally>>> readings, CancellationToken cancellationToken)
    {
        var (children, days) = (readings.Keys.ToList(), readings.Values.SelectMany(some => some).Select(one => one.Key.Day).ToHashSet());
        // Only of those who are there: the ledger outlives what it is of.
        var councils = await db.Set<Child>().AsNoTracking().Where(child => children.Contains(child.Id))
            .Select(child => new { child.Id, child.ResponsibleCouncilCode }).ToDictionaryAsync(child => child.Id, child => child.ResponsibleCouncilCode, cancellationToken);
        var (first, last) = (days.Min(), days.Max());
        var standing = (await db.Set<ChildAccess>().AsTracking()
            .Where(access => children.Contains(access.ChildId) && access.Day >= first && access.Day <= last)
            .ToListAsync(cancellationToken)).ToDictionary(Reading.Of);
        var told = new List<FeedDraft>();
        foreach (var (reading, tally) in readings.Where(child => councils.ContainsKey(child.Key)).SelectMany(child => child.Value))
        {
            if (!standing.TryGetValue(reading, out var access))
                _ = db.Add(access = New(reading, tally));
            Count(access, tally);
            if (tally.Looks > 0 && access.ToldAt is null && councils[reading.Child] is { } council && council != reading.Agency)
                told.Add(Tell(access, council));
        }

        return told;
    }

    private static ChildAccess New(Reading reading, ReadingTally tally) => new()
    {
        Id = ChildAccessId.New(),
        ChildId = reading.Child,
        Day = reading.Day,
        ReaderAgencyCode = reading.Agency,
        Reader = reading.Reader,
        ReaderHolder = reading.Holder,
        OnBehalfOf = reading.OnBehalfOf,
        Role = reading.Role,
        Purpose = reading.Purpose,
        FirstAt = tally.FirstAt,
    };

    private static void Count(ChildAccess access, ReadingTally tally)
    {
        access.LastAt = tally.LastAt > access.LastAt ? tally.LastAt : access.LastAt;
        access.Times += tally.Times;
        access.Looks += tally.Looks;
        access.OutOfHours += tally.OutOfHours;
    }

    private FeedDraft Tell(ChildAccess access, AgencyCode council)
    {
        access.ToldAt = clock.UtcInstant();
        return new FeedDraft(
            UpdateKind.ChildAccessed, RecordKind.ChildAccess, access.Id.Value, 1, access.ReaderAgencyCode, council, true, [access.ChildId], access.FirstAt);
    }
}
