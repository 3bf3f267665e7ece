using System.Collections.Concurrent;
using System.Security.Cryptography;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Visibility;

namespace AgencyGraph.Ledger;

/// <summary>
/// By what the ledger calls a child: HMAC-SHA256 of the child's id, cut to 16 bytes, under a key of the child's own. Without the key nobody can tell
/// who it was, while the chain stays whole.
/// </summary>
internal sealed class Pseudonyms(ILedgerStore store)
{
    private const int Bytes = 16;

    /// <summary>About 50 MB. What is asked for most is soon known again.</summary>
    private const int MostKnown = 500_000;

    private ConcurrentDictionary<Guid, Guid> known = new();
    private int count;

    public static Guid Of(Guid child, byte[] key) => new(HMACSHA256.HashData(key, child.ToByteArray(bigEndian: true)).AsSpan(0, Bytes), bigEndian: true);

    public async ValueTask<IReadOnlyDictionary<Guid, Guid>> OfAsync(IReadOnlyCollection<Guid> children, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, Guid>(children.Count);
        List<Guid>? missing = null;
        foreach (var child in children)
        {
            if (known.TryGetValue(child, out var pseudonym))
                found[child] = pseudonym;
            else
                (missing ??= []).Add(child);
        }

        if (missing is not null)
        {
            foreach (var (child, key) in await store.KeysAsync(missing, cancellationToken))
                found[child] = Keep(child, Of(child, key));
        }

        return found;
    }

    /// <summary>As far as this server has lately had to name the child; else null.</summary>
    public Guid? Known(ChildId child) => known.TryGetValue(child.Value, out var pseudonym) ? pseudonym : null;

    /// <summary>Its key was destroyed.</summary>
    public void Forget(Guid child) => known.TryRemove(child, out _);

    private Guid Keep(Guid child, Guid pseudonym)
    {
        if (Interlocked.Increment(ref count) > MostKnown)
        {
            known = new();
            _ = Interlocked.Exchange(ref count, 1);
        }

        known[child] = pseudonym;
        return pseudonym;
    }
}
