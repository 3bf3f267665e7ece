using System.Reflection;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Contract.Reading;

/// <summary>Runs levels: one statement each, for all the rows above at once, then the levels below.</summary>
internal sealed class LevelReader(AgencyDb db, PageSeal seal, ReadBudget budget, ShownRecords shown)
{
    private static readonly MethodInfo ReadTyped = typeof(LevelReader).GetMethod(nameof(ReadTypedAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>The rows of a root level that reads no page.</summary>
    public async Task<IReadOnlyList<Row>> RowsAsync(Level level, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(level, null, null, cancellationToken);
        Disclosed.Note(shown, level, read.Rows);
        return [.. read.Rows.Select(values => new Row(values, level.View))];
    }

    /// <summary>The page of a root connection.</summary>
    public async Task<Page> PageAsync(Level level, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(level, null, level.Page!.Size + 1, cancellationToken);
        var page = Paged(level, read.Rows, read.Totals.Values.FirstOrDefault());
        Disclosed.Note(shown, level, page);
        return page;
    }

    /// <summary>Rows of a node type by their ids.</summary>
    public async Task<IReadOnlyDictionary<Guid, Row>> ByKeysAsync(Level level, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return new Dictionary<Guid, Row>();
        var restore = typeof(Restore).GetMethod(nameof(Restore.Id))!.MakeGenericMethod(level.Key!.Type);
        var keys = ids.Distinct().ToDictionary(id => restore.Invoke(null, [id])!);
        var read = await ReadAsync(level, keys.Keys, null, cancellationToken);
        Disclosed.Note(shown, level, read.Rows);
        return read.Rows.ToDictionary(values => keys[values[0]!], values => new Row(values, level.View));
    }

    private async Task<LevelRows> ReadAsync(Level level, IReadOnlyCollection<object>? keys, int? take, CancellationToken cancellationToken)
    {
        var keyType = level.Key?.Type ?? typeof(int);
        var read = await (Task<LevelRows>)ReadTyped.MakeGenericMethod(level.Row.Type, keyType).Invoke(this, [level, keys, take, cancellationToken])!;
        foreach (var lower in level.Lower)
            await AttachAsync(read.Rows, lower, cancellationToken);
        return read;
    }

    private async Task<LevelRows> ReadTypedAsync<TRow, TKey>(
        Level level, IReadOnlyCollection<object>? keys, int? take, CancellationToken cancellationToken)
        where TRow : class
        where TKey : notnull
    {
        if (level.Ledgered is not null)
            shown.Ask();
        var query = new LevelQuery<TRow, TKey>(level, keys?.Cast<TKey>().ToList()) { ForTheseKeys = true };
        var rows = new List<object?[]>();
        await foreach (var row in query.Rows(db.Set<TRow>().AsNoTracking(), take).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            budget.SpendOne();
            rows.Add(row);
        }

        var totals = level.Page is { Connection.HasTotal: true } ? await query.TotalsAsync(db.Set<TRow>().AsNoTracking(), cancellationToken) : [];
        return new LevelRows(rows, totals);
    }

    private async Task AttachAsync(IReadOnlyList<object?[]> above, LowerLevel lower, CancellationToken cancellationToken)
    {
        var keys = above.Select(values => values[lower.KeyIndex]).OfType<object>().Distinct().ToArray();
        var read = keys.Length == 0
            ? LevelRows.None
            : await ReadAsync(lower.Level, keys, lower.Level.Page?.Size + 1, cancellationToken);
        var byKey = read.Rows.ToLookup(values => values[0]!);
        foreach (var values in above)
            values[lower.ResultIndex] = values[lower.KeyIndex] is { } key ? Result(lower, [.. byKey[key]], read.Totals.GetValueOrDefault(key)) : null;
    }

    private object? Result(LowerLevel lower, IReadOnlyList<object?[]> rows, int total) => lower.Shape switch
    {
        LevelShape.One => rows.Count == 0 ? null : new Row(rows[0], lower.Level.View),
        LevelShape.Many => rows.Select(values => new Row(values, lower.Level.View)).ToArray(),
        _ => Paged(lower.Level, rows, total),
    };

    private Page Paged(Level level, IReadOnlyList<object?[]> read, int total)
    {
        var page = level.Page!;
        var hasMore = read.Count > page.Size;
        var rows = read.Take(page.Size).ToArray();
        if (page.IsBackward)
            Array.Reverse(rows);
        return new Page(
            [.. rows.Select(values => new Row(values, page.Views.Values.FirstOrDefault() ?? level.View))],
            [.. rows.Select(values => seal.Seal(page.CursorColumns.Select(column => values[column]), page.CursorScope))],
            HasNextPage: page.IsBackward ? page.HasBefore : hasMore,
            HasPreviousPage: page.IsBackward ? hasMore : page.HasAfter,
            page.Connection.HasTotal ? total : null,
            page.Views);
    }
}

/// <summary>What one level read, and for connections how many there are in all, by key.</summary>
internal sealed record LevelRows(IReadOnlyList<object?[]> Rows, IReadOnlyDictionary<object, int> Totals)
{
    public static LevelRows None { get; } = new([], new Dictionary<object, int>());
}
