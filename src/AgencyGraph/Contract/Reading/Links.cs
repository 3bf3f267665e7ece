using System.Linq.Expressions;
using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.Contract.Reading;

/// <summary>Links that need no declaration.</summary>
internal static class Links
{
    /// <summary>Rows of a type at a root, where no row above has a key for them.</summary>
    public static Link Root(DeclaredType graph)
    {
        var row = Expression.Parameter(graph.Row, "row");
        var itself = Expression.Lambda(row, row);
        return new Link(graph.Row, itself, itself);
    }

    /// <summary>Rows of a node type by their own id.</summary>
    public static Link ById(DeclaredType graph)
    {
        var id = graph.Fields.OfType<ScalarDeclaration>().First(field => field.IdTag is not null).Value;
        var row = Expression.Parameter(graph.Row, "row");
        return new Link(graph.Row, id, Expression.Lambda(row, row));
    }
}
