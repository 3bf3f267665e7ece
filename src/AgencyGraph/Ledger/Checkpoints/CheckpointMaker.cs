using AgencyGraph.Ledger.Store;
using AgencyGraph.Storage;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Ledger.Checkpoints;

/// <summary>Makes checkpoints of what the ledger has come to, and tells the witnesses. One runs at a time.</summary>
internal sealed class CheckpointMaker(ILedgerStore store, CheckpointKey key, Witnesses witnesses, IOptions<LedgerOptions> options, TimeProvider clock)
{
    private const int HashesAtOnce = 10_000;

    private readonly MerkleTree tree = new();
    private long covered = -1;
    private long madeAt = clock.GetTimestamp();

    /// <summary>Makes one where anything has been recorded since the last, and enough of it or long enough ago.</summary>
    /// <param name="isDue">Whether it is time for one in any case, where anything has been recorded.</param>
    public async Task MakeAsync(bool isDue, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        var fresh = tree.Count - covered;
        if (fresh > 0 && (isDue || fresh >= options.Value.CheckpointCommits || clock.GetElapsedTime(madeAt) >= options.Value.CheckpointEvery))
        {
            await store.AddCheckpointAsync(key.Sign(tree.Count, clock.UtcInstant(), tree.Root()), cancellationToken);
            (covered, madeAt) = (tree.Count, clock.GetTimestamp());
        }

        await witnesses.TellAsync(cancellationToken);
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (covered < 0)
            covered = (await store.CheckpointsAsync(cancellationToken)) is [.., var last] ? last.Position : 0;
        while (await store.HashesAsync(tree.Count, HashesAtOnce, cancellationToken) is { Count: > 0 } hashes)
        {
            foreach (var (position, hash) in hashes)
            {
                if (position != tree.Count + 1)
                    throw new InvalidDataException($"The ledger has no commit {tree.Count + 1}: run verify-ledger.");
                tree.Add(hash);
            }
        }
    }
}
