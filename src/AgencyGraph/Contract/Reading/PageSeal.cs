using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Reading;

/// <summary>Of which list, in which order, for whom a cursor was made: it opens nowhere else.</summary>
internal sealed record CursorScope(Caller Caller, string List, string Order)
{
    public byte[] Bytes { get; } = Encoding.UTF8.GetBytes($"{List}\n{Order}\n{Caller.Agency}\n{Caller.Role}\n{Caller.Subject}");
}

/// <summary>
/// Seals the position of a page: what a cursor says of a row is no secret kept from its holder alone, but must not be forged or used
/// to probe. The nonce is made from what is sealed, so that the same row gives the same cursor.
/// </summary>
internal sealed class PageSeal(byte[] masterKey) : IPageCursors
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int MaxLength = 1024;

    private readonly byte[] sealingKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "page-cursor"u8.ToArray());
    private readonly byte[] nonceKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "page-cursor-nonce"u8.ToArray());

    public string Seal(IEnumerable<object?> values, CursorScope scope)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(values.Select(CursorValue.Text));
        var mac = HMACSHA256.HashData(nonceKey, (byte[])[.. scope.Bytes, 0, .. plain]);
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        mac.AsSpan(0, NonceBytes).CopyTo(sealedBytes);
        using var aes = new AesGcm(sealingKey, TagBytes);
        aes.Encrypt(
            sealedBytes.AsSpan(0, NonceBytes), plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), scope.Bytes);
        return Base64Url.EncodeToString(sealedBytes);
    }

    /// <exception cref="ReadRefusedException">It is no cursor of this list, order and caller.</exception>
    public IReadOnlyList<CursorValue> Open(string cursor, CursorScope scope, IReadOnlyList<Type> keys)
    {
        try
        {
            var sealedBytes = cursor.Length <= MaxLength ? Base64Url.DecodeFromChars(cursor) : [];
            if (sealedBytes.Length <= NonceBytes + TagBytes)
                throw Invalid();
            var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(sealingKey, TagBytes);
            aes.Decrypt(
                sealedBytes.AsSpan(0, NonceBytes), sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), plain, scope.Bytes);
            var values = JsonSerializer.Deserialize<string[]>(plain)!;
            return values.Length == keys.Count ? [.. values.Select(value => new CursorValue(value))] : throw Invalid();
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            throw Invalid();
        }
    }

    private static ReadRefusedException Invalid()
        => new(ErrorCode.CursorInvalid, "This is not a cursor of this list and order. Use one from a page of it, or begin without.");
}

/// <summary>A value of an order's key, as text in a cursor.</summary>
internal readonly record struct CursorValue(string Value)
{
    public static string Text(object? value) => value switch
    {
        DateTime instant => instant.Ticks.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.DayNumber.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool truth => truth ? "1" : "0",
        string text => text,
        not null when value.GetType().GetProperty("Value") is { } inner => inner.GetValue(value)!.ToString()!,
        _ => throw new InvalidOperationException($"An order cannot be by {value?.GetType().Name ?? "null"}."),
    };

    public object As(Type type)
    {
        var value = Value;
        return type == typeof(DateTime) ? new DateTime(long.Parse(value, CultureInfo.InvariantCulture), DateTimeKind.Utc)
            : type == typeof(DateOnly) ? DateOnly.FromDayNumber(int.Parse(value, CultureInfo.InvariantCulture))
            : type == typeof(int) ? int.Parse(value, CultureInfo.InvariantCulture)
            : type == typeof(bool) ? value == "1"
            : type == typeof(string) ? value
            : Implements(typeof(IRecordId<>)) ? Make(nameof(Restore.Id), Guid.Parse(value))
            : Make(nameof(Restore.Code), value);

        bool Implements(Type open) => type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == open);
        object Make(string method, object argument) => typeof(Restore).GetMethod(method)!.MakeGenericMethod(type).Invoke(null, [argument])!;
    }
}
