using AgencyGraph.Contract.Reading;
using GraphQL.Types;

namespace AgencyGraph.Contract.Engine;

/// <summary>The types of Relay connections.</summary>
internal static class ConnectionTypes
{
    public static ObjectGraphType Connection(string name, ObjectGraphType node, IGraphType cursor, ObjectGraphType pageInfo)
    {
        var connection = new ObjectGraphType { Name = name + "Connection", Description = $"A page of {name} objects." };
        Add(connection, "edges", "The page's rows with their cursors.", ListOf(Edge(name, node, cursor)), Pick.With<Page>((page, key) => Enumerable.Range(0, page.Rows.Count).Select(i => new EdgeInHand(page, i, key)).ToArray()));
        Add(connection, "nodes", "The page's rows.", ListOf(node), Pick.With<Page>((page, key) => page.At(key).ToArray()));
        Add(connection, "pageInfo", "Where the page stands.", new NonNullGraphType(pageInfo), Pick.From<Page>(page => page));
        Add(connection, "totalCount", "How many rows you may see in all, whatever the page.", new NonNullGraphType(new IntScalar()), Pick.From<Page>(page => page.Total));
        return connection;
    }

    public static ObjectGraphType PageInfo()
    {
        var type = new ObjectGraphType { Name = "PageInfo", Description = "Where a page stands in its list." };
        Add(type, "hasNextPage", "Whether there are rows after the page.", new NonNullGraphType(new BooleanGraphType()), Pick.From<Page>(page => page.HasNextPage));
        Add(type, "hasPreviousPage", "Whether there are rows before the page.", new NonNullGraphType(new BooleanGraphType()), Pick.From<Page>(page => page.HasPreviousPage));
        Add(type, "startCursor", "The first row's cursor; null on an empty page.", new CursorScalar(), Pick.From<Page>(page => page.Cursors.Count == 0 ? null : page.Cursors[0]));
        Add(type, "endCursor", "The last row's cursor; null on an empty page.", new CursorScalar(), Pick.From<Page>(page => page.Cursors.Count == 0 ? null : page.Cursors[^1]));
        return type;
    }

    private static ObjectGraphType Edge(string name, ObjectGraphType node, IGraphType cursor)
    {
        var edge = new ObjectGraphType { Name = name + "Edge", Description = $"One row of a page of {name} objects." };
        Add(edge, "cursor", "Its position in the list.", new NonNullGraphType(cursor), Pick.From<EdgeInHand>(hand => hand.Page.Cursors[hand.Index]));
        Add(edge, "node", "The object.", new NonNullGraphType(node), Pick.With<EdgeInHand>((hand, key) => hand.Page.Rows[hand.Index].Through(hand.Page.Views[$"{hand.Key}/{key}"])));
        return edge;
    }

    private static NonNullGraphType ListOf(IGraphType item) => new(new ListGraphType(new NonNullGraphType(item)));

    private static void Add(ObjectGraphType type, string name, string description, IGraphType graph, GraphQL.Resolvers.IFieldResolver resolver)
        => type.AddField(new FieldType { Name = name, Description = description, ResolvedType = graph, Resolver = resolver });

    private sealed record EdgeInHand(Page Page, int Index, string Key);
}
