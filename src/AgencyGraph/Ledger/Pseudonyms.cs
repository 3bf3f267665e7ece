using System.Collections.Concurrent;
using System.Security.Cryptography;
using AgencyGraph.Visibility;

namespace AgencyGraph.Ledger;

/// <summary>
/// By what the ledger calls a child: HMAC-SHA256 of the child's id, cut to 16 bytes, under a key of the child's own. Without the key nobody can tell
/// who it was, while the chain stays whole. Those that this server has lately needed are remembered.
/// </summary>
internal sealed class Pseudonyms
{
    private const int Bytes = 16;

    /// <summary>About 50 MB. What is asked for most is soon known again.</summary>
    private const int MostKnown = 500_000;

    private ConcurrentDictionary<Guid, Guid> known = new();
    private int count;

    public static Guid Of(Guid child, byte[] key) => new(HMACSHA256.HashData(key, child.ToByteArray(bigEndian: true)).AsSpan(0, Bytes), bigEndian: true);

    /// <summary>As far as this server has lately had to name the child; else null.</summary>
    public Guid? Known(ChildId child) => known.TryGetValue(child.Value, out var pseudonym) ? pseudonym : null;

    /// <summary>Once their keys are kept.</summary>
    public void Remember(IReadOnlyDictionary<Guid, Guid> pseudonymsOfChildren)
    {
        foreach (var (child, pseudonym) in pseudonymsOfChildren)
            Remember(child, pseudonym);
    }

    /// <summary>Its key was destroyed.</summary>
    public void Forget(Guid child) => known.TryRemove(child, out _);

    private void Remember(Guid child, Guid pseudonym)
    {
        if (Interlocked.Increment(ref count) > MostKnown)
        {
            known = new();
            _ = Interlocked.Exchange(ref count, 1);
        }

        known[child] = pseudonym;
    }
}
