using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AgencyGraph.Storage;

/// <summary>
/// A query that Entity Framework translates once. What it compiles fits one model only, and a process may have several: both databases,
/// in tests.
/// </summary>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> queries = [];

    public TQuery For(AgencyDb db) => queries.GetValue(db.Model, _ => compile());
}
