using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace AgencyGraph.Feed;

/// <summary>
/// Seals cursors with AES-256-GCM: version, key id, nonce, sealed cursor, tag; always 128 characters of base64url, and as 96 bytes
/// fill them exactly, no two texts are one cursor.
/// </summary>
internal sealed class CursorSeal
{
    private const byte Version = 1;
    private const int HeaderLength = 2;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int SealedLength = HeaderLength + NonceLength + Cursor.Length + TagLength;
    public const int TextLength = SealedLength / 3 * 4;

    private readonly byte[] cursorKey;
    private readonly ConcurrentBag<Ciphers> ciphers = [];
    private readonly byte[] nonceKey;
    private readonly byte[] cipherKey;
    private volatile Sealed? last;
    private readonly byte keyId;

    public CursorSeal(byte[] cursorKey)
    {
        this.cursorKey = cursorKey;
        keyId = Derive(cursorKey, "agencygraph cursor key id", 1)[0];
        nonceKey = Derive(cursorKey, "agencygraph cursor nonce", 32);
        cipherKey = Derive(cursorKey, "agencygraph cursor cipher", 32);
    }

    public bool IsOf(byte[] key) => cursorKey.AsSpan().SequenceEqual(key);

    /// <summary>Where a consumer has many streams, their cursors are the same one after the other.</summary>
    public string Seal(Cursor cursor)
    {
        if (last is { } known && known.Cursor == cursor)
            return known.Text;
        var text = SealAnew(cursor);
        last = new Sealed(cursor, text);
        return text;
    }

    private string SealAnew(Cursor cursor)
    {
        Span<byte> plain = stackalloc byte[Cursor.Length];
        cursor.Write(plain);
        Span<byte> bytes = stackalloc byte[SealedLength];
        bytes[0] = Version;
        bytes[1] = keyId;
        var nonce = bytes.Slice(HeaderLength, NonceLength);
        var tools = Borrow();
        WriteNonce(plain, nonce, tools.Nonces);
        var sealedCursor = bytes.Slice(HeaderLength + NonceLength, Cursor.Length);
        tools.Cursors.Encrypt(nonce, plain, sealedCursor, bytes[^TagLength..], bytes[..HeaderLength]);
        ciphers.Add(tools);
        return Base64Url.EncodeToString(bytes);
    }

    public bool TryOpen([NotNullWhen(true)] string? text, out Cursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[SealedLength];
        if (text is null || text.Length != TextLength || !TryDecode(text, bytes) || bytes[0] != Version || bytes[1] != keyId)
            return false;

        Span<byte> plain = stackalloc byte[Cursor.Length];
        var tools = Borrow();
        try
        {
            var sealedCursor = bytes.Slice(HeaderLength + NonceLength, Cursor.Length);
            tools.Cursors.Decrypt(bytes.Slice(HeaderLength, NonceLength), sealedCursor, bytes[^TagLength..], plain, bytes[..HeaderLength]);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        finally
        {
            ciphers.Add(tools);
        }

        cursor = Cursor.Read(plain);
        return true;
    }

    private static bool TryDecode(string text, Span<byte> bytes)
        => Base64Url.IsValid(text, out var length) && length == SealedLength && Base64Url.DecodeFromChars(text, bytes) == SealedLength;

    private static byte[] Derive(byte[] key, string use, int length)
        => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, length, info: System.Text.Encoding.ASCII.GetBytes(use));

    // Security: GCM allows 2^32 random nonces a key (NIST SP 800-38D 8.3), a few hours of a busy feed. A keyed hash of what is
    // sealed repeats only where the cursor itself does.
    private static void WriteNonce(ReadOnlySpan<byte> plain, Span<byte> nonce, IncrementalHash nonces)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        nonces.AppendData(plain);
        _ = nonces.GetHashAndReset(hash);
        hash[..NonceLength].CopyTo(nonce);
    }

    private Ciphers Borrow()
        => ciphers.TryTake(out var known)
            ? known
            : new Ciphers(new AesGcm(cipherKey, TagLength), IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, nonceKey));

    /// <summary>Used by one at a time, and kept: making them costs more than sealing.</summary>
    private sealed record Ciphers(AesGcm Cursors, IncrementalHash Nonces);

    private sealed record Sealed(Cursor Cursor, string Text);
}
