using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Writes;

/// <summary>
/// The records of a kind that the caller may see, by the row rule of the caller's role. Use cases find what they change only
/// through this, so that hidden and missing are one answer.
/// </summary>
public interface IVisibleRecords
{
    IQueryable<T> Of<T>(AgencyDb db, Caller caller)
        where T : class, IGoverned<T>;
}
