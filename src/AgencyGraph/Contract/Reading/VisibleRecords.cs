using System.Linq.Expressions;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Reading;

/// <summary>The same row rules for use cases as for reads.</summary>
internal sealed class VisibleRecords(TimeProvider clock) : IVisibleRecords
{
    public IQueryable<T> Of<T>(AgencyDb db, Caller caller)
        where T : class, IGoverned<T>
    {
        var context = new CallerContext(db, caller, clock.UtcInstant());
        var record = Expression.Parameter(typeof(T), "record");
        var admits = Weaver.Admits(T.Kind, LabelSet.Of(T.Labels), record, context);
        return db.Set<T>().Where(Expression.Lambda<Func<T, bool>>(admits, record));
    }
}
