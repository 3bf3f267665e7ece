namespace AgencyGraph.Tests.Access;

/// <summary>An agency's system, as it is registered at the issuer.</summary>
public sealed record SystemClient(string Id, string Agency, params IReadOnlyList<string> Roles)
{
    public string Secret { get; } = Guid.NewGuid().ToString("N");
}
