using AgencyGraph.Access;
using AgencyGraph.Agencies;

namespace AgencyGraph.Benchmarks.Exchange;

/// <summary>Development tokens, signed with the server's own key.</summary>
internal sealed class Tokens(string keyFile)
{
    private readonly DevelopmentTokens tokens = new(DevelopmentKey.Open(keyFile), TimeProvider.System);

    public string Of(string role, string agency, string? subject = null)
        => tokens.Issue([RoleNames.Parse(role)], new AgencyCode(agency), subject, TimeSpan.FromHours(1));
}
