using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>Of which children a feature's records are: whoever is shown such a record is shown something of them.</summary>
public interface IChildrenOfRecords
{
    /// <summary>The kinds that it knows.</summary>
    IReadOnlyCollection<RecordKind> Kinds { get; }

    /// <summary>The children of these records, as saved, each with its record's id.</summary>
    Task<IReadOnlyList<(Guid Record, ChildId Child)>> OfAsync(AgencyDb db, IReadOnlyCollection<Guid> records, CancellationToken cancellationToken);
}
