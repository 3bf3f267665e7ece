using System.Security.Cryptography;

namespace AgencyGraph.Ledger.Checkpoints;

/// <summary>The Merkle tree hash of RFC 6962, section 2.1, of leaves that come one after the other. It keeps one hash for each whole subtree.</summary>
internal sealed class MerkleTree
{
    private static readonly byte[] LeafMark = [0];
    private static readonly byte[] NodeMark = [1];

    /// <summary>The roots of the whole subtrees so far, largest first: one for each bit of <see cref="Count"/>.</summary>
    private readonly Stack<byte[]> subtrees = new();

    public long Count { get; private set; }

    public void Add(byte[] leaf)
    {
        var hash = SHA256.HashData([.. LeafMark, .. leaf]);
        for (var bits = Count; (bits & 1) == 1; bits >>= 1)
            hash = Join(subtrees.Pop(), hash);
        subtrees.Push(hash);
        Count++;
    }

    public byte[] Root()
    {
        if (Count == 0)
            return SHA256.HashData([]);
        var right = subtrees.Peek();
        foreach (var left in subtrees.Skip(1))
            right = Join(left, right);
        return right;
    }

    private static byte[] Join(byte[] left, byte[] right) => SHA256.HashData([.. NodeMark, .. left, .. right]);
}
