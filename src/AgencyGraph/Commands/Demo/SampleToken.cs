using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Commands.Demo.Region;
using AgencyGraph.Visibility;

namespace AgencyGraph.Commands.Demo;

/// <summary>A token that is printed, for whoever tries the demonstration out.</summary>
/// <param name="Variable">What a shell calls it when the printed line is pasted.</param>
internal sealed record SampleToken(string Variable, Role Role, Agency Agency, Purpose Purpose, string Token)
{
    /// <summary>One for each role that one of the demonstration's agencies can hold.</summary>
    public static IReadOnlyList<SampleToken> All(DevelopmentTokens tokens, AgencyDirectory agencies)
        => [.. Enum.GetValues<Role>()
            .Where(role => AgencyRoles.Suits(role, AgencyKind.PoliceForce) || AgencyRoles.Suits(role, AgencyKind.Council))
            .Select(role => Of(role, tokens, agencies))];

    private static SampleToken Of(Role role, DevelopmentTokens tokens, AgencyDirectory agencies)
    {
        var code = new AgencyCode(!AgencyRoles.Suits(role, AgencyKind.Council) ? NorthWest.GreaterManchester : NorthWest.ShownCouncil);
        var agency = agencies.Find(code) ?? throw new InvalidOperationException($"The directory lacks {code.Value}.");
        var variable = RoleNames.NameOf(role).ToUpperInvariant().Replace('-', '_');
        return new SampleToken(variable, role, agency, Grants.Of(role).Purposes[0], Issue(role, code, tokens));
    }

    private static string Issue(Role role, AgencyCode agency, DevelopmentTokens tokens)
        => tokens.Issue([role], agency, SampleCallers.SubjectOf(role, agency), SampleCallers.TokenLifetime);
}
