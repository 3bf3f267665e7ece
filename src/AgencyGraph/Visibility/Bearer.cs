using AgencyGraph.Agencies;

namespace AgencyGraph.Visibility;

/// <summary>Whom a token speaks for, before any purpose: what a suspension can name.</summary>
/// <param name="Subject">The issuer's name for the person or system.</param>
/// <param name="Client">The program that asked for the token, by its client id; null where the token does not say.</param>
public sealed record Bearer(string Subject, AgencyCode Agency, string? Client)
{
    /// <summary>In which role they act; null while they have not come so far.</summary>
    public Role? Role { get; init; }
}
