using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>One feature's records that are kept for a time and then, if their controller decides so, erased.</summary>
public interface IKeptRecords
{
    RecordKind Kind { get; }

    Task<IReadOnlyList<KeptRecord>> ReadAsync(AgencyDb db, KeptPage page, CancellationToken cancellationToken);

    /// <returns>As saved; those that are not there are not among them.</returns>
    Task<IReadOnlyList<KeptRecord>> FindAsync(AgencyDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Keeps other writers from the record until the end of the transaction.</summary>
    Task LockAsync(AgencyDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>For each of the children, when the agency last wrote of them here, or was sent something about them; no entry where it never did.</summary>
    Task<IReadOnlyList<LastWritten>> LastWrittenAsync(
        AgencyDb db, AgencyCode agency, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken);

    /// <summary>Those of the children of whom some record of the feature, whoever's it is, still speaks.</summary>
    Task<IReadOnlyCollection<ChildId>> SpokenOfAsync(AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken);

    /// <summary>Another feature's record is about to go: what points to it from here goes first.</summary>
    Task LetGoAsync(AgencyDb db, ErasedRecord record, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Deletes every row of the record.</summary>
    Task<Erased> EraseAsync(WriteSession session, Guid id, CancellationToken cancellationToken);
}
