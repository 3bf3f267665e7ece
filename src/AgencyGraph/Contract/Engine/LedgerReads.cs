using System.Globalization;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Ledger;
using AgencyGraph.Visibility;
using GraphQL;

namespace AgencyGraph.Contract.Engine;

/// <summary>The resolver of <c>ledger</c>. What an auditor is shown is a disclosure too, and recorded as any.</summary>
internal sealed class LedgerReads(InputBinder binder, IServiceProvider services)
{
    private const string Name = "ledger";

    public async Task<object?> ReadAsync(IResolveFieldContext context)
    {
        var operation = Gate.Enter(context, Permission.ReadLedger);
        var most = context.GetArgument<int?>("first") ?? PageRequest.DefaultSize;
        if (most is < 1 or > PageRequest.MaxSize)
            throw new ReadRefusedException(ErrorCode.InvalidInput, $"`first` is 1 to {PageRequest.MaxSize}.");
        var filter = context.GetArgument<IDictionary<string, object?>?>("filter") is { } given ? (LedgerFilter)binder.BindSought(typeof(LedgerFilter), given) : new LedgerFilter();
        // Not before it is asked for: the contract is printed where there is no database.
        var seal = await services.GetRequiredService<PageCursors>().SealAsync(context.CancellationToken);
        var scope = new CursorScope(operation.Caller, Name, "LATEST_FIRST");
        LedgerPlace? after = context.GetArgument<string?>("after") is { } cursor ? Open(seal, cursor, scope) : null;
        operation.Shown.Ask();
        var found = await services.GetRequiredService<LedgerReading>().ReadAsync(operation.Caller, filter, after, most, context.CancellationToken);
        foreach (var entry in found.Entries)
            operation.Shown.Add(new ShownRecord(RecordKind.Disclosure, entry.Entry.Id, 0), counts: false);
        operation.Shown.Tell(Detail.Disclosure);
        return Page(found, place => seal.Seal([Text(place.Position), Text(place.Place)], scope), after is not null);
    }

    private static LedgerPage Page(DisclosedEntries found, Func<LedgerPlace, string> seal, bool isAfter)
    {
        LedgerEdge[] edges = [.. found.Entries.Select(entry => new LedgerEdge(entry, seal(new LedgerPlace(entry.Entry.Position, entry.Place))))];
        // A page without rows has an end, from which the next goes on.
        string[] ends = found.Last is { } last ? [edges.Length > 0 ? edges[0].Cursor : seal(last), seal(last)] : [];
        return new LedgerPage(edges, new Page([], ends, found.HasMore, isAfter, null, new Dictionary<string, View>()));
    }

    private static LedgerPlace Open(PageSeal seal, string cursor, CursorScope scope)
    {
        var values = seal.Open(cursor, scope, [typeof(string), typeof(string)]);
        return new LedgerPlace(
            long.Parse(values[0].Value, CultureInfo.InvariantCulture), int.Parse(values[1].Value, CultureInfo.InvariantCulture));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
