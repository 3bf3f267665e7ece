using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AgencyGraph.Feed;

/// <summary>128 bits of SHA-256 over parts, each with its length, so that no two lists of parts run together.</summary>
internal static class Fingerprint
{
    public const int Length = 16;

    public static UInt128 Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset());
    }
}
