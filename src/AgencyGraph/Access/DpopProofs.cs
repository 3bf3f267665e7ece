using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Access;

/// <summary>
/// Checks proofs of possession (RFC 9449, 4.3): signed by the key that the token names, for this request and this token, now, and once.
/// Proofs seen are remembered by this node alone, in bounded memory.
/// </summary>
internal sealed class DpopProofs(AccessSettings settings, SeenProofs seen, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private const string ProofType = "dpop+jwt";
    private const int LongestProof = 8 * 1024;
    private const int LongestId = 256;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestProof };

    /// <param name="thumbprint">Of the key that the token is bound to (RFC 7638).</param>
    public async ValueTask<bool> ProveAsync(string proof, string thumbprint, string token, string method, string address)
    {
        try
        {
            if (!handler.CanReadToken(proof) || KeyOf(handler.ReadJsonWebToken(proof)) is not { } key
                || Base64UrlEncoder.Encode(key.ComputeJwkThumbprint()) != thumbprint)
            {
                return false;
            }

            var result = await handler.ValidateTokenAsync(proof, Parameters(key));
            return result.IsValid && Fits((JsonWebToken)result.SecurityToken, thumbprint, token, method, address);
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException or JsonException or FormatException)
        {
            return false;
        }
    }

    /// <summary>The public key in the proof's header; null when there is none, or when it is not only public.</summary>
    private static JsonWebKey? KeyOf(JsonWebToken proof)
    {
        if (proof.IsEncrypted || proof.TryGetHeaderValue<JsonElement>("crit", out _)
            || !proof.TryGetHeaderValue<JsonElement>("jwk", out var written))
        {
            return null;
        }

        var key = new JsonWebKey(written.GetRawText());
        return key.Kty is "RSA" or "EC" && !key.HasPrivateKey ? key : null;
    }

    private TokenValidationParameters Parameters(JsonWebKey key) => new()
    {
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = true, // It is the only one, and proofs name none.
        AlgorithmValidator = (algorithm, _, _, _) => settings.Algorithms.Contains(algorithm),
        ValidTypes = [ProofType],
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false, // Its age is counted from iat, below.
        RequireSignedTokens = true,
        LogValidationExceptions = false,
    };

    private bool Fits(JsonWebToken proof, string thumbprint, string token, string method, string address)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(proof.EncodedPayload), Strict);
        if (Text(payload.RootElement, "jti") is not { Length: > 0 and <= LongestId } id
            || Text(payload.RootElement, "htm") != method
            || Text(payload.RootElement, "ath") != Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(token)))
            || !IsFor(Text(payload.RootElement, "htu"), address)
            || !payload.RootElement.TryGetProperty("iat", out var at) || at.ValueKind != JsonValueKind.Number
            || !at.TryGetInt64(out var seconds))
        {
            return false;
        }

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var latest = now + (long)TokenValidator.ClockSkew.TotalSeconds;
        return seconds <= latest && seconds >= now - (long)Lifetime.TotalSeconds
            && seen.TryAdd(string.Create(CultureInfo.InvariantCulture, $"{thumbprint} {id}"), seconds + (long)Lifetime.TotalSeconds, now);
    }

    private static string? Text(JsonElement payload, string name)
        => payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Without query and fragment (RFC 9449, 4.3, 9).</summary>
    private static bool IsFor(string? written, string address)
        => Uri.TryCreate(written, UriKind.Absolute, out var target)
            && Uri.TryCreate(address, UriKind.Absolute, out var here)
            && Uri.Compare(target, here, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
            && target.AbsolutePath == here.AbsolutePath;
}
