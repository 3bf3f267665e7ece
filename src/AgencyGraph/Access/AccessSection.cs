namespace AgencyGraph.Access;

/// <summary>The configuration section <c>Access</c> as it is written: whose tokens are believed. Null is what was not written.</summary>
internal sealed class AccessSection
{
    /// <summary>The OpenID Connect issuer, by <c>https</c>; its discovery document names the signing keys. Required outside Development.</summary>
    public string? Authority { get; set; }

    /// <summary>What a token's <c>iss</c> must be, to the letter. Required with Authority.</summary>
    public string? Issuer { get; set; }

    /// <summary>What a token's <c>aud</c> must be or hold, to the letter. Required with Authority.</summary>
    public string? Audience { get; set; }

    /// <summary>Which signatures are accepted; asymmetric ones only.</summary>
    public string[]? Algorithms { get; set; }

    /// <summary>Which values of a token's header <c>typ</c> are accepted.</summary>
    public string[]? TokenTypes { get; set; }

    /// <summary>The claims that name roles: a string, a space-separated string, or an array.</summary>
    public string[]? RoleClaims { get; set; }

    /// <summary>The claim that names the agency by its code.</summary>
    public string? AgencyClaim { get; set; }

    /// <summary>The claim that names the person or client.</summary>
    public string? SubjectClaim { get; set; }

    /// <summary>The claim that names the worker for whom a council's system acts.</summary>
    public string? OnBehalfOfClaim { get; set; }

    /// <summary>The claim that names the client program.</summary>
    public string? ClientClaim { get; set; }

    /// <summary>Whose tokens must be bound to a key or a certificate that the sender shows.</summary>
    public BoundSenders? SenderConstrained { get; set; }

    /// <summary>Whether the server asks callers for a TLS certificate, to which a token may be bound.</summary>
    public bool? ClientCertificates { get; set; }

    /// <summary>Development only: whether this machine's own issuer is believed. By default it is where there is no Authority.</summary>
    public bool? DevelopmentIssuer { get; set; }

    /// <summary>Development only: the file of the development issuer's key; by default in the data folder of the server's user.</summary>
    public string? DevelopmentKeyFile { get; set; }

    internal sealed class BoundSenders
    {
        /// <summary>Every client that takes one of these roles.</summary>
        public string[]? Roles { get; set; }

        /// <summary>These clients, whatever their role.</summary>
        public string[]? Clients { get; set; }
    }
}
