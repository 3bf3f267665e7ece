using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Reading;

/// <summary>The only way to read: every row under its row rule, every column under its detail class, all in one snapshot.</summary>
public sealed class Records : IAsyncDisposable
{
    private readonly ReadSession session;
    private readonly PageSeal seal;
    private readonly Caller caller;
    private readonly PageReader pages;
    private readonly ReadBudget budget;
    private readonly ShownRecords shown;
    private readonly TimeProvider clock;

    internal Records(GraphModel model, ReadSession session, PageSeal seal, Caller caller, ReadBudget budget, ShownRecords shown, TimeProvider clock)
    {
        (this.session, this.seal, this.caller, this.budget, this.shown, this.clock) = (session, seal, caller, budget, shown, clock);
        pages = new PageReader(model, seal, caller);
    }

    /// <summary>The one row that a lookup finds; null when there is none that the caller may see.</summary>
    /// <exception cref="ReadRefusedException">There are several.</exception>
    public async Task<Row?> FindAsync(Selection selection, ListFilter lookup, object input, CancellationToken cancellationToken)
    {
        var (reader, context) = await OpenAsync(cancellationToken);
        var level = pages.LookupLevel(selection, lookup, input, context);
        var rows = await reader.RowsAsync(level, cancellationToken);
        return rows.Count > 1
            ? throw new ReadRefusedException(ErrorCode.Ambiguous, "Several records that you may see match. Look it up by its id.")
            : rows.Count == 0 ? null : rows[0];
    }

    /// <summary>Rows by their ids; those that the caller may not see are not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, Row>> ByIdsAsync(Selection selection, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var (reader, context) = await OpenAsync(cancellationToken);
        var level = pages.Level(selection, Links.ById(selection.Graph), null, context, isRoot: true);
        return await reader.ByKeysAsync(level, ids, cancellationToken);
    }

    /// <summary>A page of all the rows of a type that the caller may see.</summary>
    public async Task<Page> PageAsync(
        DeclaredType graph, ConnectionSelection connection, PageRequest request, Listing listing, string name, CancellationToken cancellationToken)
    {
        var (reader, context) = await OpenAsync(cancellationToken);
        return await reader.PageAsync(pages.PageLevel(graph, connection, request, listing, null, name, context), cancellationToken);
    }

    /// <summary>Where the feed stands in this snapshot.</summary>
    public async Task<FeedHead> FeedHeadAsync(CancellationToken cancellationToken)
    {
        var db = await session.OpenAsync(cancellationToken);
        return await FeedHeads.FindAsync(db, cancellationToken)
            ?? throw new InvalidOperationException("The feed has no head yet, though its pump makes one before requests are taken.");
    }

    /// <summary>The position after which everything stands that still waits for the caller's agency; null where nothing does.</summary>
    public async Task<long?> UnacknowledgedAfterAsync(IEnumerable<IFeedHold> holds, CancellationToken cancellationToken)
    {
        var db = await session.OpenAsync(cancellationToken);
        long? first = null;
        foreach (var hold in holds)
        {
            if (await hold.WaitsAfterAsync(db, caller.Agency, cancellationToken) is { } after && !(first <= after))
                first = after;
        }

        return first;
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private async Task<(LevelReader Reader, CallerContext Context)> OpenAsync(CancellationToken cancellationToken)
    {
        var db = await session.OpenAsync(cancellationToken);
        return (new LevelReader(db, seal, budget, shown), new CallerContext(db, caller, clock.UtcInstant()));
    }
}
