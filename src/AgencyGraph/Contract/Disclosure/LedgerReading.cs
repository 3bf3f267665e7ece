using AgencyGraph.Agencies;
using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Disclosure;

/// <summary>Reads the ledger for whoever may: under the row rule of disclosures as any record is read under its own.</summary>
internal sealed class LedgerReading(ILedgerStore store, LedgerEntries entriesOf)
{
    private const int GroupsAtOnce = 200;

    /// <summary>So many are looked at for one page; the next page goes on from there.</summary>
    private const int MostLookedAt = 20_000;

    /// <param name="from">Where to begin; null for the end from which it is read.</param>
    /// <param name="to">Where to stop; null for the other end.</param>
    /// <param name="toTheLater">Read from the earlier to the later, and not the other way round.</param>
    public async Task<DisclosedEntries> ReadAsync(
        Caller caller, LedgerFilter filter, LedgerPlace? from, LedgerPlace? to, bool toTheLater, int most, CancellationToken cancellationToken)
    {
        var found = new List<DisclosedEntry>();
        var last = from;
        for (var lookedAt = 0; lookedAt < MostLookedAt;)
        {
            var entries = (await NextAsync(last, toTheLater, cancellationToken)).Where(entry => IsWithin(entry.Place, last, to, toTheLater)).ToList();
            if (entries.Count == 0)
                return new DisclosedEntries(found, last, false);

            foreach (var entry in await NameAsync(entries, cancellationToken))
            {
                (last, lookedAt) = (entry.Place, lookedAt + 1);
                if (!Shows(caller, entry.Entry) || !filter.Passes(entry.Entry) || (filter.Child is { } child && !entry.Children.Contains(child)))
                    continue;
                found.Add(entry);
                if (found.Count == most)
                    return new DisclosedEntries(found, last, true);
            }
        }

        return new DisclosedEntries(found, last, true);
    }

    /// <summary>From the group of a place on: it may have more entries.</summary>
    private async Task<IEnumerable<DisclosedEntry>> NextAsync(LedgerPlace? last, bool toTheLater, CancellationToken cancellationToken)
        => toTheLater
            ? (await store.ReadAsync(last is { } place ? place.Position - 1 : 0, GroupsAtOnce, cancellationToken)).SelectMany(EntriesOf)
            : (await store.ReadBackAsync(last is { } seen ? seen.Position + 1 : long.MaxValue, GroupsAtOnce, cancellationToken)).SelectMany(group => EntriesOf(group).Reverse());

    private static bool IsWithin(LedgerPlace place, LedgerPlace? from, LedgerPlace? to, bool toTheLater)
    {
        var (earliest, latest) = toTheLater ? (from, to) : (to, from);
        return (earliest is not { } after || place.CompareTo(after) > 0) && (latest is not { } before || place.CompareTo(before) < 0);
    }

    private static bool Shows(Caller caller, LedgerEntry entry)
        => Grants.Of(caller.Role, caller.Purpose).Rows[RecordKind.Disclosure].Admits(new RecordFacts(new AgencyCode(entry.Agency), null, true, []), caller, []);

    private IEnumerable<DisclosedEntry> EntriesOf(LedgerGroup group)
        => entriesOf.Of(group).Select((entry, ordinal) => new DisclosedEntry(entry, new LedgerPlace(group.Position, ordinal), []));

    private async Task<IEnumerable<DisclosedEntry>> NameAsync(List<DisclosedEntry> entries, CancellationToken cancellationToken)
    {
        var children = await store.ChildrenOfAsync([.. entries.SelectMany(entry => entry.Entry.Children).Distinct()], cancellationToken);
        return entries.Select(entry => entry with
        {
            Children = [.. entry.Entry.Children.Where(children.ContainsKey).Select(pseudonym => new ChildId(children[pseudonym]))],
        });
    }
}
