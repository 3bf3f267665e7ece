using System.Linq.Expressions;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Reading;

/// <summary>The caller as row rules meet them in a query.</summary>
internal sealed class CallerContext(AgencyDb db, Caller caller)
{
    public Grant Grant { get; } = Grants.Of(caller.Role);

    /// <summary>A member of a captured object, so that EF makes parameters of what rules ask of the caller.</summary>
    public Expression CallerExpression { get; } = Expression.Field(Expression.Constant(new Captured { Caller = caller }), nameof(Captured.Caller));

    /// <summary>The relationships that hold now.</summary>
    public Expression Relationships { get; } = db.Set<Relationship>().Where(relationship => relationship.To == null).Expression;

    /// <summary>Who is named on restricted records.</summary>
    public Expression Restrictions { get; } = db.Set<Restriction>().AsQueryable().Expression;

    private sealed class Captured
    {
        public required Caller Caller;
    }
}
