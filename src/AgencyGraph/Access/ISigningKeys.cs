using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Access;

/// <summary>The public keys of the one issuer that is believed. Nothing that a token brings along is ever a key.</summary>
internal interface ISigningKeys
{
    /// <summary>Another object once a key may have been withdrawn: what was found good under an earlier one is looked at again.</summary>
    object Generation { get; }

    /// <summary>Whether there is a key at all; where there is none, the issuer is asked, no more often than for a token.</summary>
    ValueTask<bool> HasAnyAsync(CancellationToken cancellationToken);

    /// <param name="keyId">The token's <c>kid</c>; null finds a key only where the issuer has a single one (OpenID Connect Core, 10.1).</param>
    /// <param name="cancellationToken">Stops the waiting, not the refresh that others wait for.</param>
    ValueTask<IReadOnlyList<SecurityKey>> FindAsync(string? keyId, CancellationToken cancellationToken);
}
