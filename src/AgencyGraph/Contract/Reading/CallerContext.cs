using System.Linq.Expressions;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Reading;

/// <summary>The caller as row rules meet them in a query.</summary>
/// <param name="now">What ends by itself later than this has not ended yet.</param>
internal sealed class CallerContext(AgencyDb db, Caller caller, DateTime now)
{
    public Grant Grant { get; } = Grants.Of(caller.Role, caller.Purpose);

    /// <summary>A member of a captured object, so that EF makes parameters of what rules ask of the caller.</summary>
    public Expression CallerExpression { get; } = Expression.Field(Expression.Constant(new Captured { Caller = caller }), nameof(Captured.Caller));

    /// <summary>The relationships that hold now.</summary>
    public Expression Relationships { get; } = Holding(db, caller.Purpose, now).Expression;

    /// <summary>Who is named on restricted records.</summary>
    public Expression Restrictions { get; } = db.Set<Restriction>().AsQueryable().Expression;

    /// <summary>What ends by itself holds for the purpose of an emergency alone: no other reads it, whatever a rule may ask.</summary>
    private static IQueryable<Relationship> Holding(AgencyDb db, Purpose purpose, DateTime now)
        => purpose == Purpose.BreakGlass
            ? db.Set<Relationship>().Where(tie => tie.To == null || (tie.Kind == RelationshipKind.BrokenGlass && tie.To > now))
            : db.Set<Relationship>().Where(tie => tie.To == null);

    private sealed class Captured
    {
        public required Caller Caller;
    }
}
