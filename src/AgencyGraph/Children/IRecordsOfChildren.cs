using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>One feature's records about children: whoever comes to see a child comes to see them too, or ceases to.</summary>
public interface IRecordsOfChildren
{
    /// <summary>Every record about one of the children, as saved.</summary>
    Task<IReadOnlyList<RecordOfChildren>> AboutAsync(AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken);

    /// <summary>
    /// Restrictions hide these records, as saved now, from others than before; or hid them already, while they were made or something else about
    /// them changed.
    /// </summary>
    Task FollowRestrictionsAsync(AgencyDb db, IReadOnlyList<RecordInSight> records, DateTime at, CancellationToken cancellationToken)
        => Task.CompletedTask;
}
