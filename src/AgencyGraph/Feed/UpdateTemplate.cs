using System.Buffers.Text;
using System.Text;
using AgencyGraph.Ledger;

namespace AgencyGraph.Feed;

/// <summary>A payload rendered once for many streams: its bytes, and the slots that each stream fills with its own values.</summary>
public sealed class UpdateTemplate
{
    private const int SequenceMaxDigits = 20;

    private static ReadOnlySpan<byte> Null => "null"u8;

    private readonly byte[] json;
    private readonly Slot[] slots;

    private UpdateTemplate(byte[] json, Slot[] slots, Contents? contents)
    {
        this.json = json;
        this.slots = slots;
        Contents = contents;
    }

    private enum SlotKind
    {
        Sequence,
        Cursor,
        PreviousCursor,
        Id,
        Instant,
    }

    internal int Length => json.Length;

    /// <summary>What it shows, for the ledger; null for a bookmark, which shows nothing.</summary>
    internal Contents? Contents { get; }

    /// <summary>Takes a payload apart at its markers: <c>"marker"</c>, quotes included, is a slot.</summary>
    /// <param name="contents">What it shows; null for a bookmark.</param>
    public static UpdateTemplate Parse(ReadOnlySpan<byte> json, SlotMarkers markers, Contents? contents)
    {
        ArgumentNullException.ThrowIfNull(markers);
        var bytes = json.ToArray();
        var slots = new List<Slot>();
        Find(bytes, markers.Sequence, SlotKind.Sequence, slots);
        Find(bytes, markers.Cursor, SlotKind.Cursor, slots);
        Find(bytes, markers.PreviousCursor, SlotKind.PreviousCursor, slots);
        Find(bytes, markers.Id, SlotKind.Id, slots);
        Find(bytes, markers.Instant, SlotKind.Instant, slots);
        return new UpdateTemplate(bytes, [.. slots.OrderBy(slot => slot.Start)], contents);
    }

    /// <summary>The payload of one stream. A <paramref name="previousCursor"/> of null is written as <c>null</c>.</summary>
    /// <param name="mark">Of a bookmark; null for an update, whose template has these values in it.</param>
    public ReadOnlyMemory<byte> Fill(long sequence, string cursor, string? previousCursor, BookmarkWords? mark = null)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        Span<byte> digits = stackalloc byte[SequenceMaxDigits];
        _ = Utf8Formatter.TryFormat(sequence, digits, out var length);
        digits = digits[..length];

        var frame = new byte[LengthWith(digits.Length, cursor, previousCursor, mark)];
        var rest = frame.AsSpan();
        var read = 0;
        foreach (var slot in slots)
        {
            rest = Put(json.AsSpan(read, slot.Start - read), rest);
            rest = slot.Kind switch
            {
                SlotKind.Sequence => Put(digits, rest),
                _ => PutText(TextOf(slot.Kind, cursor, previousCursor, mark), rest),
            };
            read = slot.Start + slot.Length;
        }

        _ = Put(json.AsSpan(read), rest);
        return frame;
    }

    private int LengthWith(int digits, string cursor, string? previousCursor, BookmarkWords? mark)
    {
        var length = json.Length;
        foreach (var slot in slots)
        {
            length -= slot.Length;
            length += slot.Kind switch
            {
                SlotKind.Sequence => digits,
                _ => LengthOf(TextOf(slot.Kind, cursor, previousCursor, mark)),
            };
        }

        return length;
    }

    private static string? TextOf(SlotKind kind, string cursor, string? previousCursor, BookmarkWords? mark) => kind switch
    {
        SlotKind.Cursor => cursor,
        SlotKind.PreviousCursor => previousCursor,
        SlotKind.Id => mark?.Id,
        _ => mark?.At,
    };

    private static int LengthOf(string? text) => text is null ? Null.Length : text.Length + 2;

    private static Span<byte> Put(scoped ReadOnlySpan<byte> part, Span<byte> target)
    {
        part.CopyTo(target);
        return target[part.Length..];
    }

    /// <summary>As a JSON string: cursors, ids and instants have nothing to escape.</summary>
    private static Span<byte> PutText(string? text, Span<byte> target)
    {
        if (text is null)
            return Put(Null, target);
        target[0] = (byte)'"';
        _ = Encoding.ASCII.GetBytes(text, target[1..]);
        target[text.Length + 1] = (byte)'"';
        return target[(text.Length + 2)..];
    }

    private static void Find(byte[] json, string marker, SlotKind kind, List<Slot> slots)
    {
        var quoted = Encoding.ASCII.GetBytes($"\"{marker}\"");
        for (var from = 0; json.AsSpan(from).IndexOf(quoted) is var at and >= 0; from += at + quoted.Length)
            slots.Add(new Slot(kind, from + at, quoted.Length));
    }

    private readonly record struct Slot(SlotKind Kind, int Start, int Length);
}
