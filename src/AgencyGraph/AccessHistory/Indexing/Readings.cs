using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.Extensions.Options;

namespace AgencyGraph.AccessHistory.Indexing;

/// <summary>Who read of whom, out of entries of the ledger: each child who was shown, and each child of a record that was shown.</summary>
internal sealed class Readings(ILedgerStore ledger, IEnumerable<IChildrenOfRecords> records, IOptions<AccessHistoryOptions> options)
{
    public async Task<IReadOnlyDictionary<Reading, ReadingTally>> OfAsync(AgencyDb db, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var subjects = await ledger.ChildrenOfAsync([.. entries.SelectMany(entry => entry.Children).Distinct()], cancellationToken);
        var children = await ChildrenOfRecordsAsync(db, entries, cancellationToken);
        var readings = new Dictionary<Reading, ReadingTally>();
        foreach (var entry in entries)
        {
            var shown = entry.Children.Where(subjects.ContainsKey).Select(pseudonym => new ChildId(subjects[pseudonym]))
                .Concat(entry.Records.SelectMany(record => children[(record.Kind, record.Id)])).ToHashSet();
            foreach (var child in shown)
                Add(readings, entry, child);
        }

        return readings;
    }

    private void Add(Dictionary<Reading, ReadingTally> readings, LedgerEntry entry, ChildId child)
    {
        var time = Moments.LondonTime(entry.At);
        var isOutOfHours = time.Hour < options.Value.UsualFromHour || time.Hour >= options.Value.UsualToHour;
        foreach (var subject in entry.Subjects)
        {
            var reading = new Reading(
                child, DateOnly.FromDateTime(time), new AgencyCode(entry.Agency), subject, entry.OnBehalfOf ?? "", entry.Role, entry.Purpose);
            if (!readings.TryGetValue(reading, out var tally))
                readings[reading] = tally = new ReadingTally();
            tally.Add(entry.At, entry.Kind == DisclosureKind.Query, isOutOfHours);
        }
    }

    private async Task<ILookup<(RecordKind Kind, Guid Record), ChildId>> ChildrenOfRecordsAsync(
        AgencyDb db, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var found = new List<(RecordKind Kind, Guid Record, ChildId Child)>();
        foreach (var kind in entries.SelectMany(entry => entry.Records).GroupBy(record => record.Kind))
        {
            if (records.FirstOrDefault(some => some.Kinds.Contains(kind.Key)) is not { } feature)
                continue;
            foreach (var ids in kind.Select(record => record.Id).Distinct().Chunk(AccessIndexer.MostAtOnce))
                found.AddRange((await feature.OfAsync(db, ids, cancellationToken)).Select(pair => (kind.Key, pair.Record, pair.Child)));
        }

        return found.ToLookup(one => (one.Kind, one.Record), one => one.Child);
    }
}
