using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AgencyGraph.Commands.Import;

/// <summary>
/// Reads a file of any size line by line in fixed memory. Lines end with LF or CRLF; a byte-order mark at the start is passed over.
/// </summary>
internal sealed class ExtractReader(Stream stream)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly byte[] buffer = new byte[2 * ExtractLine.MaxLength];
    private int start;
    private int end;
    private long offset;
    private int number;

    public bool TryRead(out ExtractLine line)
    {
        var scanned = 0;
        while (true)
        {
            var lineFeed = buffer.AsSpan(start + scanned, end - start - scanned).IndexOf((byte)'\n');
            if (lineFeed >= 0)
            {
                line = Take(scanned + lineFeed, lineEnd: 1);
                return true;
            }

            scanned = end - start;
            if (scanned > ExtractLine.MaxLength + 1)
            {
                line = SkipTooLong();
                return true;
            }

            if (Fill())
                continue;

            line = scanned == 0 ? default : Take(scanned, lineEnd: 0);
            return scanned > 0;
        }
    }

    public static UInt128 DigestOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private ExtractLine Take(int length, int lineEnd)
    {
        var text = buffer.AsMemory(start, length);
        if (text.Span.EndsWith("\r"u8))
            text = text[..^1];

        var isTooLong = text.Length > ExtractLine.MaxLength;
        var line = new ExtractLine(++number, offset, isTooLong ? default : text, DigestOf(text.Span), isTooLong);
        Consume(length + lineEnd);
        return line;
    }

    private ExtractLine SkipTooLong()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var begin = offset;
        while (true)
        {
            var lineFeed = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            var length = lineFeed < 0 ? end - start : lineFeed;
            hash.AppendData(buffer, start, length);
            Consume(lineFeed < 0 ? length : length + 1);
            if (lineFeed >= 0 || !Fill())
                break;
        }

        return new ExtractLine(++number, begin, default, BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset()), IsTooLong: true);
    }

    private void Consume(int length)
    {
        start += length;
        offset += length;
    }

    private bool Fill()
    {
        var isFirst = offset == 0 && end == 0;
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        var read = isFirst
            ? stream.ReadAtLeast(buffer, ByteOrderMark.Length, throwOnEndOfStream: false)
            : stream.Read(buffer, end, buffer.Length - end);
        end += read;
        if (isFirst && buffer.AsSpan(0, end).StartsWith(ByteOrderMark))
            Consume(ByteOrderMark.Length);
        return read > 0;
    }
}
