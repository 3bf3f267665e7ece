using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AgencyGraph.Ledger;

/// <summary>The hash chain: each group's hash covers its body, its place and the hash before it, so that nothing can be changed, taken out or put between.</summary>
internal static class Chain
{
    public const int HashBytes = 32;

    /// <summary>Before the first group.</summary>
    public static byte[] Start => new byte[HashBytes];

    /// <summary>SHA-256 of the hash before, the position and the time (each 8 bytes, big-endian), and the body.</summary>
    /// <param name="writtenAt">Milliseconds since 1970.</param>
    public static byte[] Hash(ReadOnlySpan<byte> before, long position, long writtenAt, ReadOnlySpan<byte> body)
    {
        Span<byte> place = stackalloc byte[2 * sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(place, position);
        BinaryPrimitives.WriteInt64BigEndian(place[sizeof(long)..], writtenAt);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        hash.AppendData(place);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
