using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Access;

/// <summary>Who has signed in, in which role, until when; not yet why. Enough for a request that reads no record.</summary>
/// <param name="Subject">The issuer's name for the person or client.</param>
/// <param name="OnBehalfOf">The worker for whom a council's system acts; null for everybody else.</param>
/// <param name="Client">The program that asked for the token; null where the token does not say.</param>
/// <param name="IsBound">Whether the token is good only with its sender's key.</param>
/// <param name="ExpiresAt">When the token ends, and with it every stream that it opened.</param>
public sealed record SignedIn(
    string Subject, AgencyCode Agency, Role Role, string? OnBehalfOf, string? Client, bool IsBound, DateTimeOffset ExpiresAt)
{
    /// <summary>What a suspension can name.</summary>
    public Bearer Bearer { get; } = new(Subject, Agency, Client) { Role = Role };

    /// <summary>The caller for the stated purpose, where the role may act for it.</summary>
    /// <param name="purpose">As in <c>X-Purpose</c> or <c>connection_init</c>: <c>SAFEGUARDING</c>; null or empty when none was stated.</param>
    public CallerResult For(string? purpose)
    {
        var permitted = Grants.Of(Role).Purposes;
        if (string.IsNullOrEmpty(purpose))
            return new CallerResult(Refusal.PurposeRequired(permitted.Select(EnumNames.NameOf)));
        return EnumNames.TryParse<Purpose>(purpose, out var stated) && permitted.Contains(stated)
            ? new CallerResult(new Caller(Subject, Agency, Role, stated, OnBehalfOf))
            : new CallerResult(Refusal.PurposeNotPermitted(permitted.Select(EnumNames.NameOf)));
    }
}
