using System.Linq.Expressions;

namespace AgencyGraph.Visibility;

/// <summary>
/// Which records of a kind a caller sees: one expression, translated to SQL for reads and compiled for the feed.
/// Relationships that have ended are not in <c>relationships</c>.
/// </summary>
/// <param name="Words">The rule as a data-protection officer reads it.</param>
public sealed record RowRule(string Words, Expression<Func<ISharedRecord, Caller, IQueryable<Relationship>, bool>> Expression)
{
    private readonly Lazy<Func<ISharedRecord, Caller, IEnumerable<Relationship>, bool>> compiled = new(() => InMemory.Compile(Expression));

    /// <summary>The rule for one record in memory. <paramref name="relationships"/> are the live ones of the record's children.</summary>
    public bool Admits(ISharedRecord record, Caller caller, IEnumerable<Relationship> relationships)
        => compiled.Value(record, caller, relationships);
}
