using System.Security.Cryptography;
using System.Text;

namespace AgencyGraph.Commands.Import;

/// <summary>
/// The idempotency key of a record's revision: always the same for the same force, reference and revision, so that an import that is
/// repeated or taken up again doubles nothing, and a changed body is found out.
/// </summary>
internal static class ImportKey
{
    public static Guid For(string force, string reference, int revision, string keyedAs)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{keyedAs}\0{force}\0{reference}\0{revision}"));
        // RFC 9562, section 5.8: version 8, a UUID made in a way of one's own; variant 10.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
