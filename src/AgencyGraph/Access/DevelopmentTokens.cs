using AgencyGraph.Agencies;
using AgencyGraph.Visibility;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Access;

/// <summary>Signs tokens for development. Only a server in Development on the same machine believes them.</summary>
public sealed class DevelopmentTokens(DevelopmentKey key, TimeProvider clock)
{
    public const string Issuer = "https://development.agencygraph.invalid/";

    public const string Audience = "agencygraph";

    /// <param name="roles">One or more roles; they are not checked against the agency (see <see cref="AgencyRoles"/>).</param>
    /// <param name="agency">The agency's code.</param>
    /// <param name="subject">The person or client; null for one named after the first role.</param>
    /// <param name="expires">How long the token is good for.</param>
    public string Issue(IReadOnlyList<Role> roles, AgencyCode agency, string? subject, TimeSpan expires)
    {
        ArgumentNullException.ThrowIfNull(roles);
        var now = clock.GetUtcNow().UtcDateTime;
        var names = roles.Select(RoleNames.NameOf).ToArray();
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            TokenType = "at+jwt",
            IssuedAt = now,
            NotBefore = now,
            Expires = now + expires,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = subject ?? $"development-{names[0]}",
                ["agency"] = agency.Value,
                ["roles"] = names,
            },
            SigningCredentials = new SigningCredentials(key.Key, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
