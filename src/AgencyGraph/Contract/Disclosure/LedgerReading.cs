using AgencyGraph.Agencies;
using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Disclosure;

/// <summary>Reads the ledger for whoever may, latest first: under the row rule of disclosures as any record is read under its own.</summary>
internal sealed class LedgerReading(ILedgerStore store)
{
    private const int GroupsAtOnce = 200;

    /// <summary>So many are looked at for one page; the next page goes on from there.</summary>
    private const int MostLookedAt = 20_000;

    public async Task<DisclosedEntries> ReadAsync(
        Caller caller, LedgerFilter filter, LedgerPlace? before, int most, CancellationToken cancellationToken)
    {
        var found = new List<DisclosedEntry>();
        var last = before;
        for (var lookedAt = 0; lookedAt < MostLookedAt;)
        {
            // The group of the last one may have more.
            var groups = await store.ReadBackAsync(last is { } place ? place.Position + 1 : long.MaxValue, GroupsAtOnce, cancellationToken);
            var entries = groups.SelectMany(EntriesOf).Where(entry => last is not { } seen || IsBefore(entry, seen)).ToList();
            if (entries.Count == 0)
                return new DisclosedEntries(found, last, false);

            foreach (var entry in await NameAsync(entries, cancellationToken))
            {
                (last, lookedAt) = (new LedgerPlace(entry.Entry.Position, entry.Place), lookedAt + 1);
                if (!Shows(caller, entry.Entry) || !filter.Passes(entry.Entry) || (filter.Child is { } child && !entry.Children.Contains(child)))
                    continue;
                found.Add(entry);
                if (found.Count == most)
                    return new DisclosedEntries(found, last, true);
            }
        }

        return new DisclosedEntries(found, last, true);
    }

    private static bool IsBefore(DisclosedEntry entry, LedgerPlace seen)
        => entry.Entry.Position < seen.Position || (entry.Entry.Position == seen.Position && entry.Place < seen.Place);

    private static bool Shows(Caller caller, LedgerEntry entry)
        => Grants.Of(caller.Role).Rows[RecordKind.Disclosure].Admits(new RecordFacts(new AgencyCode(entry.Agency), null, true, []), caller, []);

    private static IEnumerable<DisclosedEntry> EntriesOf(LedgerGroup group)
        => LedgerEncoding.Decode(group.Position, group.Body).Select((entry, place) => new DisclosedEntry(entry, place, [])).Reverse();

    private async Task<IEnumerable<DisclosedEntry>> NameAsync(List<DisclosedEntry> entries, CancellationToken cancellationToken)
    {
        var children = await store.ChildrenOfAsync([.. entries.SelectMany(entry => entry.Entry.Children).Distinct()], cancellationToken);
        return entries.Select(entry => entry with
        {
            Children = [.. entry.Entry.Children.Where(children.ContainsKey).Select(pseudonym => new ChildId(children[pseudonym]))],
        });
    }
}
