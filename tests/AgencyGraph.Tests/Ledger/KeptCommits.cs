using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Checkpoints;
using AgencyGraph.Ledger.Store;

namespace AgencyGraph.Tests.Ledger;

/// <summary>A ledger as its tables hold it, to be tampered with.</summary>
internal sealed class KeptCommits : ILedgerStore
{
    public List<LedgerGroup> Groups { get; private init; } = [];

    public List<Checkpoint> Checkpoints { get; private init; } = [];

    public KeptCommits Copy() => new() { Groups = [.. Groups], Checkpoints = [.. Checkpoints] };

    /// <summary>Changes a commit, and chains all that follow anew, as one could who has the tables and knows how.</summary>
    public void WriteAnew(int at, byte[] body)
    {
        var before = at == 0 ? Chain.Start : Groups[at - 1].Hash;
        for (var i = at; i < Groups.Count; i++)
        {
            var changed = i == at ? body : Groups[i].Body;
            before = Chain.Hash(before, Groups[i].Position, Groups[i].WrittenAt, changed);
            Groups[i] = Groups[i] with { Body = changed, Hash = before };
        }
    }

    public void SignAnew(Func<long, Checkpoint> sign)
    {
        for (var i = 0; i < Checkpoints.Count; i++)
            Checkpoints[i] = sign(Checkpoints[i].Position);
    }

    public byte[] RootAt(long position)
    {
        var tree = new MerkleTree();
        foreach (var group in Groups.TakeWhile(group => group.Position <= position))
            tree.Add(group.Hash);
        return tree.Root();
    }

    public Task<IReadOnlyList<LedgerGroup>> ReadAsync(long after, int most, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<LedgerGroup>>([.. Groups.Where(group => group.Position > after).Take(most)]);

    public Task<IReadOnlyList<Checkpoint>> CheckpointsAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<Checkpoint>>([.. Checkpoints]);

    public Task PrepareAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<LedgerGroup> AppendAsync(
        IReadOnlyCollection<Guid> children, Func<IReadOnlyDictionary<Guid, byte[]>, ReadOnlyMemory<byte>> bodyOf, DateTime at, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<LedgerGroup>> ReadBackAsync(long before, int most, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<(long Position, byte[] Hash)>> HashesAsync(long after, int most, CancellationToken cancellationToken) => throw new NotSupportedException();


    public Task<IReadOnlyDictionary<Guid, Guid>> ChildrenOfAsync(IReadOnlyCollection<Guid> pseudonyms, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> DestroyKeyAsync(Guid child, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task AddCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken) => throw new NotSupportedException();
}
