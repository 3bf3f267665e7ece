using System.Buffers.Text;

namespace AgencyGraph.Contract;

/// <summary>Opaque ids of nodes: a type's tag and the record's id, so that an id of one type never finds a record of another.</summary>
public static class NodeId
{
    private const int Bytes = 17;

    /// <summary>Characters of an encoded id.</summary>
    public const int Length = 23;

    public static string Encode(char tag, Guid id)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        bytes[0] = (byte)tag;
        _ = id.TryWriteBytes(bytes[1..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryDecode(string? text, out char tag, out Guid id)
    {
        (tag, id) = (default, default);
        Span<byte> bytes = stackalloc byte[Bytes];
        if (text is not { Length: Length } || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Bytes)
            return false;

        (tag, id) = ((char)bytes[0], new Guid(bytes[1..], bigEndian: true));
        return true;
    }

    /// <summary>The record's id if <paramref name="text"/> is an id of that type; otherwise the empty id, which no record has.</summary>
    public static Guid DecodeOrEmpty(char tag, string? text) => TryDecode(text, out var found, out var id) && found == tag ? id : Guid.Empty;
}
