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
        var request = new PageRequest(
            context.GetArgument<int?>("first"), context.GetArgument<string?>("after"), context.GetArgument<int?>("last"), context.GetArgument<string?>("before"), null, null);
        var (most, isBackward) = PageRules.Size(request);
        var filter = context.GetArgument<IDictionary<string, object?>?>("filter") is { } given ? (LedgerFilter)binder.BindSought(typeof(LedgerFilter), given) : new LedgerFilter();
        // Not before it is asked for: the contract is printed where there is no database.
        var seal = await services.GetRequiredService<PageCursors>().SealAsync(context.CancellationToken);
        var scope = new CursorScope(operation.Caller, Name, "LATEST_FIRST");
        var (after, before) = (Open(seal, request.After, scope), Open(seal, request.Before, scope));
        operation.Shown.Ask();
        var found = await services.GetRequiredService<LedgerReading>().ReadAsync(
            operation.Caller, filter, isBackward ? before : after, isBackward ? after : before, isBackward, most, context.CancellationToken);
        foreach (var entry in found.Entries)
            operation.Shown.Add(new ShownRecord(RecordKind.Disclosure, entry.Entry.Id, 0), counts: false);
        operation.Shown.Tell(Detail.Disclosure);
        return Page(found, place => seal.Seal([Text(place.Position), Text(place.Ordinal)], scope), isBackward, (isBackward ? before : after) is not null);
    }

    private static LedgerPage Page(DisclosedEntries found, Func<LedgerPlace, string> seal, bool isBackward, bool hasBeginning)
    {
        var inOrder = isBackward ? found.Entries.Reverse() : found.Entries;
        LedgerEdge[] edges = [.. inOrder.Select(entry => new LedgerEdge(entry, seal(entry.Place)))];
        // A page without rows has an end, from which the next goes on.
        var end = found.Last is { } last ? seal(last) : null;
        string?[] ends = isBackward ? [end, edges.LastOrDefault()?.Cursor ?? end] : [edges.FirstOrDefault()?.Cursor ?? end, end];
        return new LedgerPage(edges, new Page(
            [], [.. ends.OfType<string>()], isBackward ? hasBeginning : found.HasMore, isBackward ? found.HasMore : hasBeginning, null, new Dictionary<string, View>()));
    }

    private static LedgerPlace? Open(PageSeal seal, string? cursor, CursorScope scope)
    {
        if (cursor is null)
            return null;
        var values = seal.Open(cursor, scope, [typeof(string), typeof(string)]);
        return new LedgerPlace(
            long.Parse(values[0].Value, CultureInfo.InvariantCulture), int.Parse(values[1].Value, CultureInfo.InvariantCulture));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
