using System.Formats.Cbor;
using System.Security.Cryptography;
using AgencyGraph.Ledger.Store;

namespace AgencyGraph.Ledger.Checkpoints;

/// <summary>
/// Examines the ledger from its first commit to its last: the chain, the entries, every checkpoint's root and signature, and what the witnesses
/// remember. It finds what was changed, taken out, put in, exchanged, cut off, or written anew.
/// </summary>
/// <param name="keys">The public keys of those who may sign, by their ids.</param>
/// <param name="witnessed">What a witness kept, line by line.</param>
internal sealed class LedgerExamination(ILedgerStore store, IReadOnlyDictionary<string, ECDsa> keys, IReadOnlyList<string> witnessed)
{
    private const int CommitsAtOnce = 500;

    private readonly List<LedgerFinding> findings = [];
    private readonly MerkleTree tree = new();
    private long entries;
    private long covered;

    public async Task<LedgerReport> RunAsync(CancellationToken cancellationToken)
    {
        var kept = await store.CheckpointsAsync(cancellationToken);
        var remembered = Remembered();
        var awaited = new Queue<(Checkpoint Checkpoint, bool IsWitnessed)>(
            kept.Select(checkpoint => (checkpoint, false)).Concat(remembered.Select(checkpoint => (checkpoint, true))).OrderBy(each => each.checkpoint.Position));
        foreach (var missing in remembered.Where(checkpoint => !kept.Any(other => other.Position == checkpoint.Position)).Select(checkpoint => checkpoint.Position).Distinct())
            findings.Add(new LedgerFinding(missing, "A witness remembers a checkpoint that is no longer in the ledger."));

        var before = Chain.Start;
        long last = 0;
        while (await store.ReadAsync(last, CommitsAtOnce, cancellationToken) is { Count: > 0 } groups)
        {
            foreach (var group in groups)
            {
                Examine(group, before, last);
                (before, last) = (group.Hash, group.Position);
                while (awaited.TryPeek(out var next) && next.Checkpoint.Position <= last)
                    Compare(awaited.Dequeue(), last);
            }
        }

        foreach (var (checkpoint, isWitnessed) in awaited)
            findings.Add(new LedgerFinding(checkpoint.Position, isWitnessed ? "A witness remembers more than there is: the end was cut off." : "A checkpoint covers more than there is: the end was cut off."));
        return new LedgerReport(last, entries, kept.Count, remembered.Count, covered, findings);
    }

    private void Examine(LedgerGroup group, byte[] before, long last)
    {
        if (group.Position != last + 1)
            findings.Add(new LedgerFinding(last + 1, "A commit is missing."));
        if (!Chain.Hash(before, group.Position, group.WrittenAt, group.Body).AsSpan().SequenceEqual(group.Hash))
            findings.Add(new LedgerFinding(group.Position, "The commit is not as it was chained."));
        tree.Add(group.Hash);
        try
        {
            entries += LedgerEncoding.Decode(group.Position, group.Body).Count;
        }
        catch (CborContentException)
        {
            findings.Add(new LedgerFinding(group.Position, "The commit holds something that is no entry."));
        }
    }

    private void Compare((Checkpoint Checkpoint, bool IsWitnessed) each, long position)
    {
        var (checkpoint, isWitnessed) = each;
        var whose = isWitnessed ? "a witness's checkpoint" : "the checkpoint";
        if (checkpoint.Position != position)
            findings.Add(new LedgerFinding(checkpoint.Position, $"There is no commit where {whose} ends."));
        else if (!checkpoint.Root.AsSpan().SequenceEqual(tree.Root()))
            findings.Add(new LedgerFinding(position, $"What was recorded up to here is not what {whose} vouches for: it was written anew."));
        else if (IsSigned(checkpoint, whose))
            covered = Math.Max(covered, position);
    }

    private bool IsSigned(Checkpoint checkpoint, string whose)
    {
        if (!keys.TryGetValue(checkpoint.KeyId, out var key))
        {
            findings.Add(new LedgerFinding(checkpoint.Position, $"The key that signed {whose} ({checkpoint.KeyId}) is not among those given."));
            return false;
        }

        if (key.VerifyData(checkpoint.Signed(), checkpoint.Signature, HashAlgorithmName.SHA256))
            return true;
        findings.Add(new LedgerFinding(checkpoint.Position, $"The signature of {whose} is not good."));
        return false;
    }

    private List<Checkpoint> Remembered()
    {
        var remembered = new List<Checkpoint>();
        for (var i = 0; i < witnessed.Count; i++)
        {
            if (Checkpoint.Parse(witnessed[i]) is { } checkpoint)
                remembered.Add(checkpoint);
            else
                findings.Add(new LedgerFinding(null, $"Line {i + 1} of the witness's file is no checkpoint."));
        }

        return remembered;
    }
}
