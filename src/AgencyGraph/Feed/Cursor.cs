using System.Buffers.Binary;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>Where a consumer stands in the feed. A cursor is a position, not a permission.</summary>
/// <param name="Consumer">Whose it is, see <see cref="ConsumerOf"/>.</param>
/// <param name="Filter">For which filter, see <see cref="StreamFilter.Fingerprint"/>.</param>
internal readonly record struct Cursor(long Epoch, long Position, UInt128 Consumer, UInt128 Filter)
{
    /// <summary>Instants until the year 10889, and positions for nine thousand years of a thousand a second.</summary>
    private const int ShortLength = 6;

    public const int Length = sizeof(long) + sizeof(long) + Fingerprint.Length + Fingerprint.Length + (3 * ShortLength);

    /// <summary>
    /// In milliseconds of the Unix epoch, when it was made without an update to stand for: by a bookmark, or at a query's asking. 0 for an update's.
    /// Security: without it equal texts, or which of two acknowledged ones is the further, would tell whether anything hidden lies between.
    /// </summary>
    public long Stamp { get; init; }

    /// <summary>The same place, taken at this instant.</summary>
    public Cursor At(DateTime instant) => this with { Stamp = MillisecondsOf(instant) };

    /// <summary>
    /// Where the reading began to which this belongs: a stream, and those before it of which each was resumed where the former stood. What of the
    /// feed lies between was sent to the consumer, as far as it may see it; what lies before was not, or not in this reading.
    /// </summary>
    public long From { get; init; }

    /// <summary>When it began, likewise in milliseconds. Security: two that began at different times differ, whether or not anything hidden came between.</summary>
    public long BegunAt { get; init; }

    /// <summary>The same place, where a reading begins at this instant.</summary>
    public Cursor BeginningAt(DateTime instant) => this with { From = Position, BegunAt = MillisecondsOf(instant) };

    public static UInt128 ConsumerOf(Caller caller)
        => Fingerprint.Of(caller.Agency.Value, EnumNames.NameOf(caller.Role), caller.Subject, EnumNames.NameOf(caller.Purpose));

    public static Cursor Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt64BigEndian(bytes),
        BinaryPrimitives.ReadInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt128BigEndian(bytes[32..]))
    {
        Stamp = ReadShort(bytes[48..]),
        From = ReadShort(bytes[54..]),
        BegunAt = ReadShort(bytes[60..]),
    };

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes, Epoch);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Position);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], Consumer);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[32..], Filter);
        WriteShort(bytes[48..], Stamp);
        WriteShort(bytes[54..], From);
        WriteShort(bytes[60..], BegunAt);
    }

    private static long MillisecondsOf(DateTime instant) => new DateTimeOffset(instant, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static long ReadShort(ReadOnlySpan<byte> bytes)
        => ((long)BinaryPrimitives.ReadUInt16BigEndian(bytes) << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]);

    private static void WriteShort(Span<byte> bytes, long value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)(value >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)value);
    }
}
