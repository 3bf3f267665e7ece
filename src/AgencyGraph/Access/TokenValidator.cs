using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Access;

/// <summary>Checks signature, algorithm, issuer, audience, type and lifetime (RFC 8725), with the configured issuer's keys only.</summary>
internal sealed partial class TokenValidator(AccessSettings settings, ISigningKeys signingKeys, TimeProvider clock, ILogger<TokenValidator> log)
    : ITokenValidator
{
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private const int LongestToken = 16 * 1024;

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    public async ValueTask<ClaimsPrincipal?> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        if (Read(token) is not { } unverified)
            return Refused("malformed");

        var keyId = string.IsNullOrEmpty(unverified.Kid) ? null : unverified.Kid;
        var keys = await signingKeys.FindAsync(keyId, cancellationToken);
        if (keys.Count == 0)
            return Refused("unknown key");

        var result = await handler.ValidateTokenAsync(unverified, Parameters(keys));
        if (!result.IsValid)
            return Refused(result.Exception?.GetType().Name ?? "not valid");

        return TokenClaims.Read(unverified, settings) ?? Refused("claims");
    }

    private JsonWebToken? Read(string token)
    {
        if (!handler.CanReadToken(token))
            return null;
        try
        {
            var read = handler.ReadJsonWebToken(token);
            // "crit" demands what this server does not do (RFC 7515, 4.1.11); the handler would overlook it.
            return read.IsEncrypted || read.TryGetHeaderValue<JsonElement>("crit", out _) ? null : read;
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException or JsonException or FormatException)
        {
            return null;
        }
    }

    private TokenValidationParameters Parameters(IReadOnlyList<SecurityKey> keys) => new()
    {
        IssuerSigningKeys = keys, // Already those with the token's kid: no other key is tried.
        AlgorithmValidator = (algorithm, key, _, _) => settings.Algorithms.Contains(algorithm) && IsMeantFor(key, algorithm),
        ValidTypes = settings.TokenTypes,
        ValidIssuer = settings.Issuer,
        ValidAudience = settings.Audience,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        RequireSignedTokens = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(notBefore, expires),
        LogValidationExceptions = false,
    };

    // Our own, so that it goes by the injected clock.
    private bool IsCurrent(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && end >= now - ClockSkew && (notBefore is not { } start || (start <= now + ClockSkew && start <= end));
    }

    private static bool IsMeantFor(SecurityKey key, string algorithm)
        => key is not JsonWebKey { Alg: { Length: > 0 } pinned } || pinned == algorithm;

    private ClaimsPrincipal? Refused(string reason)
    {
        LogRefused(reason);
        return null;
    }

    [LoggerMessage(1454, LogLevel.Debug, "A token was refused: {Reason}.")]
    private partial void LogRefused(string reason);
}
