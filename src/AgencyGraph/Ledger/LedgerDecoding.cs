using System.Formats.Cbor;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Ledger;

/// <summary>Reads what <see cref="LedgerEncoding"/> wrote.</summary>
internal static class LedgerDecoding
{
    private const int IdBytes = 16;

    /// <exception cref="CborContentException">It is no entry.</exception>
    public static LedgerEntry Read(CborReader cbor, long position, int form)
    {
        try
        {
            _ = cbor.ReadStartArray();
            if (cbor.ReadInt32() != form)
                throw new CborContentException("An entry of a form that this program does not know.");
            var entry = new LedgerEntry(
                position, Ids(cbor.ReadByteString()).Single(), DateTime.UnixEpoch.AddMilliseconds(cbor.ReadInt64()), Name<DisclosureKind>(cbor), cbor.ReadTextString(),
                List(cbor, cbor.ReadTextString), OptionalText(cbor), Name<Role>(cbor), Name<Purpose>(cbor), List(cbor, cbor.ReadTextString), cbor.ReadTextString(),
                Convert.ToHexStringLower(cbor.ReadByteString()), OptionalText(cbor), cbor.ReadInt64(), OptionalNumber(cbor), Ids(cbor.ReadByteString()),
                [.. List(cbor, () => RecordsOfKind(cbor)).SelectMany(records => records)], List(cbor, () => Name<Detail>(cbor)), cbor.ReadInt32());
            cbor.ReadEndArray();
            return entry;
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or OverflowException or ArgumentException)
        {
            throw new CborContentException("It is no entry of the ledger.", exception);
        }
    }

    private static List<ShownRecord> RecordsOfKind(CborReader cbor)
    {
        _ = cbor.ReadStartArray();
        var kind = Name<RecordKind>(cbor);
        var ids = Ids(cbor.ReadByteString());
        var versions = List(cbor, cbor.ReadInt32);
        cbor.ReadEndArray();
        return ids.Count == versions.Count
            ? [.. ids.Zip(versions, (id, version) => new ShownRecord(kind, id, version))]
            : throw new CborContentException("As many ids as versions were expected.");
    }

    private static TEnum Name<TEnum>(CborReader cbor) where TEnum : struct, Enum => EnumNames.Parse<TEnum>(cbor.ReadTextString());

    private static List<T> List<T>(CborReader cbor, Func<T> read)
    {
        var items = new List<T>();
        _ = cbor.ReadStartArray();
        while (cbor.PeekState() != CborReaderState.EndArray)
            items.Add(read());
        cbor.ReadEndArray();
        return items;
    }

    private static List<Guid> Ids(byte[] bytes)
    {
        if (bytes.Length % IdBytes != 0)
            throw new CborContentException("Ids have 16 bytes each.");
        return [.. bytes.Chunk(IdBytes).Select(id => new Guid(id, bigEndian: true))];
    }

    private static string? OptionalText(CborReader cbor)
    {
        if (cbor.PeekState() != CborReaderState.Null)
            return cbor.ReadTextString();
        cbor.ReadNull();
        return null;
    }

    private static long? OptionalNumber(CborReader cbor)
    {
        if (cbor.PeekState() != CborReaderState.Null)
            return cbor.ReadInt64();
        cbor.ReadNull();
        return null;
    }
}
