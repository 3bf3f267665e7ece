using System.Buffers.Binary;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>Where a consumer stands in the feed. A cursor is a position, not a permission.</summary>
/// <param name="Consumer">Whose it is, see <see cref="ConsumerOf"/>.</param>
/// <param name="Filter">For which filter, see <see cref="StreamFilter.Fingerprint"/>.</param>
internal readonly record struct Cursor(long Epoch, long Position, UInt128 Consumer, UInt128 Filter)
{
    private const int StampLength = 6;

    public const int Length = sizeof(long) + sizeof(long) + Fingerprint.Length + Fingerprint.Length + StampLength;

    /// <summary>
    /// In milliseconds of the Unix epoch, when it was made without an update to stand for: by a bookmark, or at a query's asking. 0 for an update's.
    /// Security: without it equal texts, or which of two acknowledged ones is the further, would tell whether anything hidden lies between.
    /// </summary>
    public long Stamp { get; init; }

    /// <summary>The same place, taken at this instant.</summary>
    public Cursor At(DateTime instant) => this with { Stamp = new DateTimeOffset(instant, TimeSpan.Zero).ToUnixTimeMilliseconds() };


    public static UInt128 ConsumerOf(Caller caller)
        => Fingerprint.Of(caller.Agency.Value, EnumNames.NameOf(caller.Role), caller.Subject, EnumNames.NameOf(caller.Purpose));

    public static Cursor Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt64BigEndian(bytes),
        BinaryPrimitives.ReadInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt128BigEndian(bytes[32..]))
    {
        Stamp = ((long)BinaryPrimitives.ReadUInt16BigEndian(bytes[48..]) << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes[50..]),
    };

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes, Epoch);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Position);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], Consumer);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[32..], Filter);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[48..], (ushort)(Stamp >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[50..], (uint)Stamp);
    }
}
