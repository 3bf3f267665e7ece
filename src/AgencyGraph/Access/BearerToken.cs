using System.Diagnostics.CodeAnalysis;

namespace AgencyGraph.Access;

/// <summary>
/// The forms <c>Bearer TOKEN</c> and, with a proof (RFC 9449, 7.1), <c>DPoP TOKEN</c>: in the header and in <c>connection_init</c>.
/// </summary>
public static class BearerToken
{
    public const string Scheme = "Bearer";

    public const string ProvedScheme = "DPoP";

    /// <param name="isProved">Whether the token comes with a proof, by its scheme.</param>
    public static bool TryRead(string? authorization, [NotNullWhen(true)] out string? token, out bool isProved)
    {
        (token, isProved) = (null, false);
        if (authorization?.Split(' ', 2, StringSplitOptions.TrimEntries) is not [var scheme, { Length: > 0 } rest])
            return false;

        isProved = scheme.Equals(ProvedScheme, StringComparison.OrdinalIgnoreCase);
        if (isProved || scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase))
            token = rest;
        return token is not null;
    }
}
