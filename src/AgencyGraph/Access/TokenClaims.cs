using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using AgencyGraph.Visibility;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Access;

/// <summary>The few claims that sign-in rests on, by fixed names, whatever the issuer calls them. Nothing else of a token is kept.</summary>
internal static class TokenClaims
{
    public const string Subject = "sub";
    public const string Agency = "agency";
    public const string Role = "role";
    public const string OnBehalfOf = "act_for";
    public const string Client = "client_id";

    /// <summary>The thumbprint of the certificate that the token is bound to (RFC 8705, 3.1).</summary>
    public const string BoundCertificate = "x5t#S256";

    /// <summary>The thumbprint of the key that the token is bound to (RFC 9449, 6.1).</summary>
    public const string BoundKey = "jkt";

    /// <summary>Seconds since 1970.</summary>
    public const string ExpiresAt = "exp";

    public const int SubjectMaxLength = WorkerName.MaxLength;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <returns>Null when the token has no subject, or one that cannot be recorded.</returns>
    public static ClaimsPrincipal? Read(JsonWebToken token, AccessSettings settings)
    {
        try
        {
            using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload), Strict);
            return Read(payload.RootElement, new DateTimeOffset(token.ValidTo), settings);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ClaimsPrincipal? Read(JsonElement payload, DateTimeOffset expiresAt, AccessSettings settings)
    {
        var identity = new ClaimsIdentity(BearerToken.Scheme, Subject, Role);
        var expires = expiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        identity.AddClaim(new Claim(ExpiresAt, expires, ClaimValueTypes.Integer64));
        if (!TryAddName(identity, Subject, payload, settings.SubjectClaim, required: true)
            || !TryAddName(identity, Agency, payload, settings.AgencyClaim, required: false)
            || !TryAddName(identity, OnBehalfOf, payload, settings.OnBehalfOfClaim, required: false)
            || !TryAddName(identity, Client, payload, settings.ClientClaim, required: false)
            || !TryAddBinding(identity, payload))
        {
            return null;
        }

        foreach (var role in settings.RoleClaims.SelectMany(name => Words(payload, name)).Distinct(StringComparer.Ordinal))
            identity.AddClaim(new Claim(Role, role));
        return new ClaimsPrincipal(identity);
    }

    private static bool TryAddName(ClaimsIdentity identity, string type, JsonElement payload, string claim, bool required)
    {
        if (!payload.TryGetProperty(claim, out var value) || value.ValueKind == JsonValueKind.Null)
            return !required;
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { } name || !IsName(name))
            return false;
        identity.AddClaim(new Claim(type, name));
        return true;
    }

    // Security: a binding that cannot be checked is no binding, and the token is not good without one.
    private static bool TryAddBinding(ClaimsIdentity identity, JsonElement payload)
    {
        if (!payload.TryGetProperty("cnf", out var confirmation))
            return true;
        if (confirmation.ValueKind != JsonValueKind.Object)
            return false;
        foreach (var member in confirmation.EnumerateObject())
        {
            if (member.Name is not (BoundCertificate or BoundKey) || member.Value.ValueKind != JsonValueKind.String)
                return false;
            identity.AddClaim(new Claim(member.Name, member.Value.GetString() ?? ""));
        }

        return identity.HasClaim(claim => claim.Type is BoundCertificate or BoundKey);
    }

    public static bool IsName(string name) => WorkerName.IsPossible(name);

    private static IEnumerable<string> Words(JsonElement payload, string claim)
    {
        if (!payload.TryGetProperty(claim, out var value))
            return [];
        var texts = value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()],
            JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()).ToArray(),
            _ => [],
        };
        return texts.SelectMany(text => text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
    }
}
