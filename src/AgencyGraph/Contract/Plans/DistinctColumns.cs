using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace AgencyGraph.Contract.Plans;

/// <summary>A level's columns without repetition: EF selects a column once however often it is named.</summary>
internal static class DistinctColumns
{
    /// <summary>The distinct columns, and for each column its place among them; -1 for one that a lower level fills.</summary>
    public static (IReadOnlyList<Expression> Columns, int[] Places) Of(IReadOnlyList<Expression> columns)
    {
        var distinct = new List<Expression>();
        var places = new int[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] is ConstantExpression { Value: null })
            {
                places[i] = -1;
                continue;
            }

            var bare = Bare(columns[i]);
            places[i] = distinct.FindIndex(other => ExpressionEqualityComparer.Instance.Equals(Bare(other), bare));
            if (places[i] < 0)
            {
                places[i] = distinct.Count;
                distinct.Add(columns[i]);
            }
        }

        return (distinct, places);
    }

    private static Expression Bare(Expression column)
        => column is UnaryExpression { NodeType: ExpressionType.Convert } convert ? Bare(convert.Operand) : column;
}
