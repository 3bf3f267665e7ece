using System.Security.Claims;

namespace AgencyGraph.Access;

/// <summary>The one place where a token is checked, for the <c>Authorization</c> header and for a socket's <c>connection_init</c> alike.</summary>
public interface ITokenValidator
{
    /// <summary>The token's bearer, for <see cref="SignIn"/>; null when the token is not good, whatever the cause.</summary>
    /// <param name="token">The token itself; <see cref="BearerToken.TryRead"/> takes it out of what was shown.</param>
    /// <param name="cancellationToken">Stops waiting for the issuer's keys.</param>
    ValueTask<ClaimsPrincipal?> ValidateAsync(string token, CancellationToken cancellationToken);
}
