using System.Security.Cryptography;
using System.Text;

namespace AgencyGraph.Access;

/// <summary>
/// Proofs that were used, by their hash, until they are too old to be used again. Full, it takes no more: a proof then proves nothing.
/// </summary>
internal sealed class SeenProofs
{
    public const int Capacity = 200_000;

    private readonly Lock gate = new();
    private readonly Dictionary<UInt128, long> lastSeconds = [];

    /// <summary>False when it was used before, or there is no room.</summary>
    /// <param name="lastSecond">In seconds since 1970: the last one in which it could be used.</param>
    public bool TryAdd(string proof, long lastSecond, long now)
    {
        var hash = BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(proof)));
        lock (gate)
        {
            if (lastSeconds.Count >= Capacity)
                Forget(now);
            return lastSeconds.Count < Capacity && lastSeconds.TryAdd(hash, lastSecond);
        }
    }

    private void Forget(long now)
    {
        foreach (var (hash, _) in lastSeconds.Where(pair => pair.Value < now).ToList())
            _ = lastSeconds.Remove(hash);
    }
}
