using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace AgencyGraph.Access;

/// <summary>
/// Good tokens, kept by their hash for a minute at most, never past their expiry, and no longer than the key set that they were checked
/// with: a signature is not checked again for each request. Refused tokens are not kept.
/// </summary>
internal sealed class RememberedTokens(TokenValidator validator, ISigningKeys keys, TimeProvider clock) : ITokenValidator
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private const int Capacity = 20_000;

    private readonly ConcurrentDictionary<TokenHash, Remembered> known = new();

    public ValueTask<ClaimsPrincipal?> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        var hash = TokenHash.Of(token);
        return known.TryGetValue(hash, out var remembered) && clock.GetUtcNow() < remembered.Until
                && ReferenceEquals(remembered.Generation, keys.Generation)
            ? new(remembered.Bearer)
            : CheckAsync(token, hash, cancellationToken);
    }

    private async ValueTask<ClaimsPrincipal?> CheckAsync(string token, TokenHash hash, CancellationToken cancellationToken)
    {
        var generation = keys.Generation; // Before the check: keys that come during it are not those that it was made with.
        var bearer = await validator.ValidateAsync(token, cancellationToken);
        if (bearer is null)
            return null;

        if (known.Count >= Capacity)
            known.Clear();
        var expires = DateTimeOffset.FromUnixTimeSeconds(long.Parse(bearer.FindFirst(TokenClaims.ExpiresAt)!.Value, CultureInfo.InvariantCulture));
        var until = clock.GetUtcNow() + Longest;
        known[hash] = new Remembered(bearer, generation, until < expires ? until : expires);
        return bearer;
    }

    private sealed record Remembered(ClaimsPrincipal Bearer, object Generation, DateTimeOffset Until);

    private readonly record struct TokenHash(UInt128 First, UInt128 Second)
    {
        private const int UsualLength = 2_048;

        public static TokenHash Of(string token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            Span<byte> most = stackalloc byte[UsualLength];
            _ = SHA256.HashData(Encoding.UTF8.TryGetBytes(token, most, out var length) ? most[..length] : Encoding.UTF8.GetBytes(token), hash);
            return new(BitConverter.ToUInt128(hash), BitConverter.ToUInt128(hash[16..]));
        }
    }
}
