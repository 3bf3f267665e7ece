using AgencyGraph.Agencies;

namespace AgencyGraph.Visibility;

/// <summary>Whom a token speaks for, before any role and purpose: what a suspension can name.</summary>
/// <param name="Subject">The issuer's name for the person or system.</param>
/// <param name="Client">The program that asked for the token, by its client id; null where the token does not say.</param>
public sealed record Bearer(string Subject, AgencyCode Agency, string? Client);
