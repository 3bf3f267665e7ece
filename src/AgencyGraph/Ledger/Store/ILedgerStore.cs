using AgencyGraph.Ledger.Checkpoints;

namespace AgencyGraph.Ledger.Store;

/// <summary>Where the ledger is kept: apart from the records on SQLite, so that it never queues behind their writes.</summary>
internal interface ILedgerStore
{
    /// <summary>Makes the tables where they are not there yet.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Adds one more group to the chain, and with it the keys of those children who had none. When this returns, all of it is on the disk.</summary>
    /// <param name="children">Whose keys the group's body needs.</param>
    /// <param name="bodyOf">The body, by the keys of the children.</param>
    Task<LedgerGroup> AppendAsync(
        IReadOnlyCollection<Guid> children, Func<IReadOnlyDictionary<Guid, byte[]>, ReadOnlyMemory<byte>> bodyOf, DateTime at, CancellationToken cancellationToken);

    /// <summary>The groups after a position, in the order of the chain; at most so many.</summary>
    Task<IReadOnlyList<LedgerGroup>> ReadAsync(long after, int most, CancellationToken cancellationToken);

    /// <summary>The groups before a position, latest first; at most so many.</summary>
    Task<IReadOnlyList<LedgerGroup>> ReadBackAsync(long before, int most, CancellationToken cancellationToken);

    /// <summary>The hashes after a position, each with its own; at most so many.</summary>
    Task<IReadOnlyList<(long Position, byte[] Hash)>> HashesAsync(long after, int most, CancellationToken cancellationToken);

    /// <summary>The children whom these pseudonyms are of; without those whose keys are destroyed.</summary>
    Task<IReadOnlyDictionary<Guid, Guid>> ChildrenOfAsync(IReadOnlyCollection<Guid> pseudonyms, CancellationToken cancellationToken);

    /// <summary>Destroys a child's key: what the ledger says of the child can be tied to it no more. False where there was none.</summary>
    Task<bool> DestroyKeyAsync(Guid child, CancellationToken cancellationToken);

    /// <summary>Keeps a checkpoint; one of another server's for the same position stands.</summary>
    Task AddCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken);

    /// <summary>All of them, earliest first.</summary>
    Task<IReadOnlyList<Checkpoint>> CheckpointsAsync(CancellationToken cancellationToken);
}
