using System.Linq.Expressions;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Reading;

/// <summary>The governed record that a row is, or is part of: on it the conditions of details are decided.</summary>
internal sealed record Scope(LabelSet? Labels, Expression? Record, CallerContext Context)
{
    /// <summary>The scope of a row of <paramref name="graph"/>; values and public data stay in their owner's.</summary>
    public Scope For(DeclaredType graph, Expression row) => graph switch
    {
        IRecordGraph record => this with { Labels = record.Labels, Record = row },
        IPartGraph part => this with { Labels = part.Labels, Record = Replace.Parameter(part.Whole, row) },
        _ => this,
    };

    /// <summary>When a detail class is shown here: <c>true</c> and <c>false</c> are constants, anything else is decided row by row.</summary>
    public Expression Shows(Detail detail)
    {
        var answer = Context.Grant[detail];
        return answer.IsAlways ? Expression.Constant(true)
            : answer.IsNever ? Expression.Constant(false)
            : Weaver.Weave(answer.Rule!, Labels ?? throw new InvalidOperationException($"{detail} is granted by a row rule outside any record."), Record!, Context);
    }

    /// <summary>The row rule of a record graph, as a condition on its row; null where the type is not governed.</summary>
    public Expression? Admits(DeclaredType graph, Expression row)
        => graph is IRecordGraph record ? Weaver.Admits(record.Kind, record.Labels, row, Context) : null;
}
