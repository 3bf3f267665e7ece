using AgencyGraph.Visibility;

namespace AgencyGraph.Access;

/// <summary>Whose tokens are believed: the configuration section <c>Access</c>. Read and checked by <see cref="AccessSettingsReader"/>.</summary>
public sealed class AccessSettings
{
    /// <summary>The OpenID Connect issuer whose discovery document names the keys; null only with the development issuer.</summary>
    public string? Authority { get; init; }

    /// <summary>What <c>iss</c> must be, to the letter.</summary>
    public required string Issuer { get; init; }

    /// <summary>What <c>aud</c> must be or hold, to the letter.</summary>
    public required string Audience { get; init; }

    /// <summary>Which signatures are accepted; asymmetric ones only.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = ["RS256", "PS256", "ES256"];

    /// <summary>Which values of the header <c>typ</c> are accepted.</summary>
    public IReadOnlyList<string> TokenTypes { get; init; } = ["at+jwt", "JWT"];

    /// <summary>The claims that name roles: a string, a space-separated string, or an array.</summary>
    public IReadOnlyList<string> RoleClaims { get; init; } = ["role", "roles"];

    /// <summary>The claim that names the agency by its code.</summary>
    public string AgencyClaim { get; init; } = "agency";

    /// <summary>The claim that names the person or client.</summary>
    public string SubjectClaim { get; init; } = "sub";

    /// <summary>The claim that names the worker for whom a council's system acts.</summary>
    public string OnBehalfOfClaim { get; init; } = "act_for";

    /// <summary>The claim that names the program that asked for the token (RFC 9068, 2.2).</summary>
    public string ClientClaim { get; init; } = "client_id";

    /// <summary>The roles in which only a token that is bound to its sender's key is good.</summary>
    public IReadOnlyList<Role> BoundRoles { get; init; } = [];

    /// <summary>The clients of which only such a token is good.</summary>
    public IReadOnlyList<string> BoundClients { get; init; } = [];

    /// <summary>Whether TLS connections may show a client certificate; the server then asks for one.</summary>
    public bool AcceptsClientCertificates { get; init; }

    /// <summary>What holds where nothing is written: everything but the issuer.</summary>
    public static AccessSettings Usual { get; } = new() { Issuer = "", Audience = "" };

    /// <summary>Where the development key is kept; null for the user's data folder.</summary>
    public string? DevelopmentKeyFile { get; init; }

    /// <summary>Whether this machine's own development issuer is believed, and no other.</summary>
    public bool UsesDevelopmentIssuer => Authority is null;
}
