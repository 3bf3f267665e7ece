using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Access;

/// <summary>
/// Whether a token is shown by whom it was issued to. A token that names a key (<c>cnf</c>) is good only with that key, whether or not the
/// settings ask for one: by the TLS connection's certificate (RFC 8705), by a proof (RFC 9449), or by both.
/// </summary>
public sealed class SenderCheck
{
    private readonly DpopProofs proofs;

    internal SenderCheck(DpopProofs proofs) => this.proofs = proofs;

    /// <param name="isProved">Whether it came under the scheme for tokens with a proof.</param>
    public async ValueTask<bool> HoldsAsync(ClaimsPrincipal bearer, string token, bool isProved, Credentials shown)
    {
        ArgumentNullException.ThrowIfNull(bearer);
        ArgumentNullException.ThrowIfNull(shown);
        var certificate = bearer.FindFirst(TokenClaims.BoundCertificate)?.Value;
        if (certificate is not null && !Matches(certificate, shown))
            return false;

        var key = bearer.FindFirst(TokenClaims.BoundKey)?.Value;
        if (key is null)
            return !isProved;
        return isProved && shown.Proofs is [{ } proof] && await proofs.ProveAsync(proof, key, token, shown.Method, shown.Address);
    }

    // No chain is asked for: the token says which certificate, and TLS that the client has its key.
    private static bool Matches(string thumbprint, Credentials shown)
        => shown.Certificate is { } certificate && thumbprint == Base64UrlEncoder.Encode(SHA256.HashData(certificate.RawData));
}
