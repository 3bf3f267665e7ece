using System.Globalization;
using System.Text;

namespace AgencyGraph.Ledger.Checkpoints;

/// <summary>
/// That the ledger's first groups, up to a position, had this Merkle root (RFC 6962) then: signed with a key that is not in the database, and told to a
/// witness. Whoever rewrites the ledger afterwards would have to have the key, and the witness too.
/// </summary>
/// <param name="Position">The last group that it covers.</param>
/// <param name="MadeAt">Milliseconds since 1970.</param>
/// <param name="KeyId">SHA-256 of the public key, in hexadecimal digits.</param>
/// <param name="Signature">ECDSA with SHA-256, over what <c>Signed</c> gives.</param>
internal sealed record Checkpoint(long Position, long MadeAt, byte[] Root, string KeyId, byte[] Signature)
{
    private const string Name = "agencygraph-ledger/1";

    /// <summary>What is signed.</summary>
    public static byte[] Signed(long position, long madeAt, byte[] root)
        => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Name} {position} {madeAt} {Convert.ToHexStringLower(root)}"));

    public byte[] Signed() => Signed(Position, MadeAt, Root);

    /// <summary>On one line, as witnesses keep it.</summary>
    public override string ToString()
        => $"{Encoding.ASCII.GetString(Signed())} {KeyId} {Convert.ToBase64String(Signature)}";

    /// <summary>Null where the line is no checkpoint.</summary>
    public static Checkpoint? Parse(string line)
    {
        var parts = line.Split(' ');
        if (parts is not [Name, var position, var madeAt, var root, var keyId, var signature]
            || !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || !long.TryParse(madeAt, NumberStyles.None, CultureInfo.InvariantCulture, out var made))
            return null;
        try
        {
            return new Checkpoint(at, made, Convert.FromHexString(root), keyId, Convert.FromBase64String(signature));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
