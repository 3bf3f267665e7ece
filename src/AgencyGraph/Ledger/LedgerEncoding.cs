using System.Formats.Cbor;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using AgencyGraph.Visibility.Law;

namespace AgencyGraph.Ledger;

/// <summary>
/// How the ledger writes an entry: one CBOR array (RFC 8949) of the members of <see cref="LedgerEntry"/>, in their order, with the number of this form
/// before them. Times are milliseconds since 1970, ids 16 bytes, enums the names that the graph gives them, so that an entry can be read without this
/// program, and for as long as it must be kept. A group's body is its entries one after the other (RFC 8742).
/// </summary>
internal static class LedgerEncoding
{
    private const int Form = 1;
    private const int IdBytes = 16;

    /// <param name="pseudonymOf">The pseudonym of a child.</param>
    public static byte[] Encode(Disclosure disclosure, DateTime at, Func<Guid, Guid> pseudonymOf)
    {
        var cbor = new CborWriter(CborConformanceMode.Strict, initialCapacity: 512);
        cbor.WriteStartArray(null);
        cbor.WriteInt32(Form);
        Write(cbor, disclosure.Id);
        cbor.WriteInt64(Milliseconds(at));
        cbor.WriteTextString(EnumNames.NameOf(disclosure.Kind));
        WriteReader(cbor, disclosure);
        cbor.WriteTextString(disclosure.Contents.Operation);
        cbor.WriteByteString(disclosure.Contents.Document.Span);
        WriteOptional(cbor, disclosure.RequestId);
        cbor.WriteInt64(disclosure.PolicyEpoch);
        if (disclosure.FeedPosition is { } position)
            cbor.WriteInt64(position);
        else
            cbor.WriteNull();
        WriteContents(cbor, disclosure.Contents, pseudonymOf);
        cbor.WriteEndArray();
        return cbor.Encode();
    }

    /// <summary>The entries of a group.</summary>
    /// <exception cref="CborContentException">It is none.</exception>
    public static IReadOnlyList<LedgerEntry> Decode(long position, ReadOnlyMemory<byte> body)
    {
        var entries = new List<LedgerEntry>();
        var cbor = new CborReader(body, CborConformanceMode.Strict, allowMultipleRootLevelValues: true);
        while (cbor.BytesRemaining > 0)
            entries.Add(LedgerDecoding.Read(cbor, position, Form));
        return entries;
    }

    private static long Milliseconds(DateTime at) => (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    private static void WriteReader(CborWriter cbor, Disclosure disclosure)
    {
        cbor.WriteTextString(disclosure.Reader.Agency.Value);
        WriteTexts(cbor, disclosure.Subjects);
        WriteOptional(cbor, disclosure.Reader.OnBehalfOf);
        cbor.WriteTextString(EnumNames.NameOf(disclosure.Reader.Role));
        cbor.WriteTextString(EnumNames.NameOf(disclosure.Reader.Purpose));
        WriteTexts(cbor, [.. LegalBases.Of(disclosure.Reader.Role, disclosure.Reader.Purpose).Select(basis => basis.Code)]);
    }

    private static void WriteContents(CborWriter cbor, Contents contents, Func<Guid, Guid> pseudonymOf)
    {
        var byKind = contents.Records.ToLookup(record => record.Kind);
        WriteIds(cbor, [.. byKind[RecordKind.Child].Select(record => pseudonymOf(record.Id))]);
        cbor.WriteStartArray(byKind.Count(kind => kind.Key != RecordKind.Child));
        foreach (var kind in byKind.Where(kind => kind.Key != RecordKind.Child))
        {
            var records = kind.ToArray();
            cbor.WriteStartArray(3);
            cbor.WriteTextString(EnumNames.NameOf(kind.Key));
            WriteIds(cbor, [.. records.Select(record => record.Id)]);
            cbor.WriteStartArray(records.Length);
            foreach (var record in records)
                cbor.WriteInt32(record.Version);
            cbor.WriteEndArray();
            cbor.WriteEndArray();
        }

        cbor.WriteEndArray();
        WriteTexts(cbor, [.. contents.Details.Select(EnumNames.NameOf)]);
        cbor.WriteInt32(contents.Totals);
    }

    private static void Write(CborWriter cbor, Guid id)
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        _ = id.TryWriteBytes(bytes, bigEndian: true, out _);
        cbor.WriteByteString(bytes);
    }

    private static void WriteIds(CborWriter cbor, IReadOnlyList<Guid> ids)
    {
        var bytes = new byte[ids.Count * IdBytes];
        for (var i = 0; i < ids.Count; i++)
            _ = ids[i].TryWriteBytes(bytes.AsSpan(i * IdBytes), bigEndian: true, out _);
        cbor.WriteByteString(bytes);
    }

    private static void WriteTexts(CborWriter cbor, IReadOnlyList<string> texts)
    {
        cbor.WriteStartArray(texts.Count);
        foreach (var text in texts)
            cbor.WriteTextString(text);
        cbor.WriteEndArray();
    }

    private static void WriteOptional(CborWriter cbor, string? text)
    {
        if (text is null)
            cbor.WriteNull();
        else
            cbor.WriteTextString(text);
    }
}
