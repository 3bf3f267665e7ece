using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Access;

/// <summary>From a checked token and the chosen role to who has signed in. The purpose comes after: <see cref="SignedIn.For"/>.</summary>
public sealed class SignIn(AgencyDirectory agencies, AccessSettings settings)
{
    // A principal's claims do not change, and as long as its token is remembered it comes with every request.
    private readonly ConditionalWeakTable<ClaimsPrincipal, ConcurrentDictionary<string, SignInResult>> known = [];

    /// <param name="bearer">From <see cref="ITokenValidator"/>; null when there was no good token.</param>
    /// <param name="role">The role asked for, as in <c>X-Role</c>; null or empty for the only role of the token.</param>
    public SignInResult As(ClaimsPrincipal? bearer, string? role)
    {
        if (bearer is null)
            return new SignInResult(Refusal.Unauthenticated);

        var asRole = known.GetValue(bearer, _ => new(StringComparer.Ordinal));
        if (asRole.TryGetValue(role ?? "", out var before))
            return before;
        var result = Judge(bearer, role);
        // A role that is refused may be any text that a client makes up.
        if (result.Succeeded)
            asRole[role ?? ""] = result;
        return result;
    }

    private SignInResult Judge(ClaimsPrincipal bearer, string? role)
    {
        if (bearer.Identity is not ClaimsIdentity { IsAuthenticated: true } identity
            || identity.FindFirst(TokenClaims.Subject)?.Value is not { } subject
            || identity.FindFirst(TokenClaims.Agency)?.Value is not { } agency
            || agencies.Find(new AgencyCode(agency))?.Kind is not { } kind)
        {
            return new SignInResult(Refusal.Unauthenticated);
        }

        var roles = Roles(identity, kind);
        if (Chosen(roles, role) is not { } chosen)
            return new SignInResult(Refusal.RoleRequired([.. roles.Select(RoleNames.NameOf)]));

        var client = identity.FindFirst(TokenClaims.Client)?.Value;
        var isBound = identity.HasClaim(claim => claim.Type is TokenClaims.BoundCertificate or TokenClaims.BoundKey);
        if (!isBound && (settings.BoundRoles.Contains(chosen) || settings.BoundClients.Contains(client)))
            return new SignInResult(Refusal.Unauthenticated);

        var worker = chosen == Role.CouncilSystem ? identity.FindFirst(TokenClaims.OnBehalfOf)?.Value : null;
        return new SignInResult(new SignedIn(subject, new AgencyCode(agency), chosen, worker, client, isBound, ExpiresAt(identity)));
    }

    private static List<Role> Roles(ClaimsIdentity identity, AgencyKind kind)
    {
        var names = identity.FindAll(TokenClaims.Role).Select(claim => claim.Value).ToArray();
        return [.. AgencyRoles.Of(kind).Where(role => names.Contains(RoleNames.NameOf(role)))];
    }

    private static Role? Chosen(List<Role> roles, string? name)
    {
        if (string.IsNullOrEmpty(name))
            return roles.Count == 1 ? roles[0] : null;
        return RoleNames.TryParse(name, out var role) && roles.Contains(role) ? role : null;
    }

    private static DateTimeOffset ExpiresAt(ClaimsIdentity identity)
        => DateTimeOffset.FromUnixTimeSeconds(long.Parse(identity.FindFirst(TokenClaims.ExpiresAt)!.Value, CultureInfo.InvariantCulture)); // Always set with sub.
}
