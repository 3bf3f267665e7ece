using System.Linq.Expressions;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Reading;

/// <summary>Compiles selections into levels: row rules, filters, orders and pages become conditions of one statement each.</summary>
internal sealed class PageReader(GraphModel model, IPageCursors cursorReader, Caller caller)
{
    /// <summary>The level of a list that is read whole, or of rows by their id.</summary>
    /// <param name="isRoot">Whether it is read for the operation itself, and not below another row.</param>
    public Level Level(Selection selection, Link link, Listing? listing, CallerContext context, bool isRoot = false)
    {
        var (row, target, scope, conditions) = Begin(selection.Graph, link, context);
        var builder = new LevelBuilder(model, this);
        var key = Replace.Parameter(link.Key, row);
        _ = builder.Column(key, "key");
        var view = builder.View(selection, target, "", scope, null);
        var ledgered = Ledgered(builder, selection.Graph, target, isRoot);
        return new Level
        {
            Row = row,
            Key = key,
            Conditions = conditions,
            View = view,
            Columns = builder.Columns,
            Lower = builder.Lower,
            Order = listing is null ? [] : Keys(listing.Orders[0].Keys.Where(key => context.Grant[key.Detail].IsAlways), target, false),
            Ledgered = ledgered,
        };
    }

    /// <summary>The level of a connection; without a link, of all rows that the caller may see.</summary>
    /// <param name="name">
    /// Of a list below another object: the owning type and the field. A cursor opens the same list of any owner, not of one: rows that
    /// the caller may not see stay out of it all the same.
    /// </param>
    public Level PageLevel(
        DeclaredType graph, ConnectionSelection connection, PageRequest request, Listing listing, Link? link, string name, CallerContext context)
    {
        var (row, target, scope, conditions) = Begin(graph, link ?? Links.Root(graph), context);
        var key = link is null ? null : Replace.Parameter(link.Key, row);
        if (listing.Standing is { } standing)
            conditions.Add(PageRules.Standing(standing, target, context));
        var order = PageRules.Order(listing, request, context.Grant);
        var (size, isBackward) = PageRules.Size(request);
        if (request.Filter is { } filter)
            conditions.Add(PageRules.Filter(listing.Filter!, filter, target, context));

        var unpaged = conditions.ToArray();
        var cursorScope = new CursorScope(caller, $"{graph.Name} {name}", order.Name);
        AddBound(request.After, isAfter: true);
        AddBound(request.Before, isAfter: false);

        var builder = new LevelBuilder(model, this);
        if (key is not null)
            _ = builder.Column(key, "key");
        var views = connection.Nodes.ToDictionary(node => node.Path, node => builder.View(node.Selection, target, "", scope, null));
        var cursors = order.Keys.Select((orderKey, i) => builder.Column(Replace.Parameter(orderKey.Key, target), $"order.{i}")).ToArray();
        var ledgered = Ledgered(builder, graph, target, isRoot: key is null, isShown: connection.Nodes.Count > 0);
        return new Level
        {
            Row = row,
            Key = key,
            Conditions = conditions,
            View = new View(graph.Name),
            Columns = builder.Columns,
            Lower = builder.Lower,
            Order = Keys(order.Keys, target, isBackward),
            Ledgered = ledgered,
            Page = new LevelPage(size, isBackward, request.After is not null, request.Before is not null, cursors, [.. order.Keys.Select(orderKey => orderKey.Key.ReturnType)], cursorScope, connection, unpaged, views),
        };

        void AddBound(string? cursor, bool isAfter)
        {
            if (cursor is not null)
                conditions.Add(Keyset.Beyond(order, target, cursorReader.Open(cursor, cursorScope, [.. order.Keys.Select(key => key.Key.ReturnType)]), isAfter));
        }
    }

    /// <summary>The level of the one row of a root lookup.</summary>
    public Level LookupLevel(Selection selection, ListFilter lookup, object input, CallerContext context)
    {
        var (row, target, scope, conditions) = Begin(selection.Graph, Links.Root(selection.Graph), context);
        conditions.Add(PageRules.Filter(lookup, input, target, context));
        var builder = new LevelBuilder(model, this);
        var view = builder.View(selection, target, "", scope, null);
        EnsureColumn(builder, selection.Graph, target);
        var ledgered = Ledgered(builder, selection.Graph, target, isRoot: true);
        return new Level { Row = row, Conditions = conditions, View = view, Columns = builder.Columns, Lower = builder.Lower, Order = [], Ledgered = ledgered };
    }

    /// <summary>The level of the one row with an id.</summary>
    public Level NodeLevel(Selection selection, object id, CallerContext context)
    {
        var (row, target, scope, conditions) = Begin(selection.Graph, Links.Root(selection.Graph), context);
        conditions.Add(Expression.Equal(Replace.Parameter(Links.ById(selection.Graph).Key, target), Captured.Parameter(id, id.GetType())));
        var builder = new LevelBuilder(model, this);
        var view = builder.View(selection, target, "", scope, null);
        EnsureColumn(builder, selection.Graph, target);
        var ledgered = Ledgered(builder, selection.Graph, target, isRoot: true);
        return new Level { Row = row, Conditions = conditions, View = view, Columns = builder.Columns, Lower = builder.Lower, Order = [], Ledgered = ledgered };
    }

    private static LedgerColumns? Ledgered(LevelBuilder builder, DeclaredType graph, Expression target, bool isRoot, bool isShown = true)
    {
        if (graph is not IRecordGraph record)
            return null;
        var counts = record.Kind == RecordKind.Child || (isRoot && TellsOfChildren(record.Kind));
        return isShown
            ? new LedgerColumns(
                record.Kind,
                builder.Column(Replace.Parameter(record.LedgerId, target), "ledger.id"),
                record.LedgerVersion is { } version ? builder.Column(Replace.Parameter(version, target), "ledger.version") : null,
                counts)
            : new LedgerColumns(record.Kind, null, null, counts);
    }

    /// <summary>What tells of children; the other kinds are about the exchange itself.</summary>
    private static bool TellsOfChildren(RecordKind kind) => kind is RecordKind.Child or RecordKind.ChildRecord or RecordKind.Incident or RecordKind.Referral
        or RecordKind.BreakGlass or RecordKind.Deadline or RecordKind.MissingEpisode;

    /// <summary>A row of which nothing is selected must still be found: by its id or code.</summary>
    private static void EnsureColumn(LevelBuilder builder, DeclaredType graph, Expression target)
    {
        if (builder.Columns.Count == 0)
            _ = builder.Column(Replace.Parameter(graph.Fields.OfType<ScalarDeclaration>().First().Value, target), "there");
    }

    private static (ParameterExpression Row, Expression Target, Scope Scope, List<Expression> Conditions) Begin(
        DeclaredType graph, Link link, CallerContext context)
    {
        var row = Expression.Parameter(link.Row, "row");
        var target = Replace.Parameter(link.Target, row);
        var scope = new Scope(null, null, context).For(graph, target);
        var conditions = new List<Expression>();
        if (scope.Admits(graph, target) is { } admits)
            conditions.Add(admits);
        // An edge is more than its two ends: that a child was in an incident is hidden from who sees the child and the incident apart.
        if (target != row && GovernedType.Of(link.Row) is { } edge)
            conditions.Add(Weaver.Admits(edge.Kind, edge.Labels, row, context));
        if (link.Where is { } where)
            conditions.Add(Replace.Parameter(where, row));
        return (row, target, scope, conditions);
    }

    private static (Expression, bool)[] Keys(IEnumerable<OrderKey> keys, Expression target, bool isBackward)
        => [.. keys.Select(key => (Replace.Parameter(key.Key, target), key.IsDescending != isBackward))];
}
