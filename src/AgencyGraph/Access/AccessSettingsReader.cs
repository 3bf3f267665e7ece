namespace AgencyGraph.Access;

/// <summary>Reads the section <c>Access</c> and stops start-up, with the reason, where it would let the wrong people in.</summary>
internal static class AccessSettingsReader
{
    public const string Section = "Access";

    // Never HS*: its key verifies and signs, and a public key could be passed off as the secret (RFC 8725, 2.1). Never none.
    private static readonly string[] Asymmetric = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    public static AccessSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var written = Bind(configuration.GetSection(Section));
        var development = environment.IsDevelopment() && written.Authority is null && written.DevelopmentIssuer != false;
        var reasons = Reasons(written, environment, development).ToList();
        if (reasons.Count > 0)
            throw new AccessSettingsException($"The server does not start in {environment.EnvironmentName}: {string.Join(' ', reasons)}");
        var usual = AccessSettings.Usual;
        return new AccessSettings
        {
            Authority = written.Authority,
            Issuer = development ? DevelopmentTokens.Issuer : Required(written.Issuer),
            Audience = development ? DevelopmentTokens.Audience : Required(written.Audience),
            Algorithms = written.Algorithms ?? usual.Algorithms,
            TokenTypes = written.TokenTypes ?? usual.TokenTypes,
            RoleClaims = written.RoleClaims ?? usual.RoleClaims,
            AgencyClaim = written.AgencyClaim ?? usual.AgencyClaim,
            SubjectClaim = written.SubjectClaim ?? usual.SubjectClaim,
            OnBehalfOfClaim = written.OnBehalfOfClaim ?? usual.OnBehalfOfClaim,
            ClientClaim = written.ClientClaim ?? usual.ClientClaim,
            BoundRoles = [.. (written.SenderConstrained?.Roles ?? []).Select(RoleNames.Parse)],
            BoundClients = written.SenderConstrained?.Clients ?? [],
            AcceptsClientCertificates = written.ClientCertificates ?? false,
            DevelopmentKeyFile = written.DevelopmentKeyFile,
        };
    }

    private static string Required(string? checkedBefore) => checkedBefore ?? throw new ArgumentNullException(nameof(checkedBefore));

    private static AccessSection Bind(IConfigurationSection section)
    {
        try
        {
            // An unknown name is most often a misspelt one, and a misspelt rule would silently not hold.
            return section.Get<AccessSection>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new AccessSection();
        }
        catch (InvalidOperationException refusal)
        {
            throw new AccessSettingsException($"The settings under {Section} cannot be read: {refusal.Message}", refusal);
        }
    }

    private static IEnumerable<string> Reasons(AccessSection written, IHostEnvironment environment, bool development)
        => DevelopmentReasons(written, environment)
            .Concat(development ? [] : Missing(written))
            .Concat(Unsafe(written, environment));

    private static IEnumerable<string> DevelopmentReasons(AccessSection written, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            if (written.DevelopmentIssuer == true && written.Authority is not null)
                yield return $"{Section}:DevelopmentIssuer and {Section}:Authority are both set; keep one.";
            yield break;
        }

        if (written.DevelopmentIssuer is not null)
            yield return $"{Section}:DevelopmentIssuer is a development setting; remove it.";
        if (written.DevelopmentKeyFile is not null)
            yield return $"{Section}:DevelopmentKeyFile is a development setting; remove it.";
        if (written.Issuer == DevelopmentTokens.Issuer)
            yield return $"{Section}:Issuer names the development issuer.";
    }

    private static IEnumerable<string> Missing(AccessSection written)
    {
        if (string.IsNullOrWhiteSpace(written.Authority))
            yield return $"{Section}:Authority is required: the address of the OpenID Connect issuer.";
        if (string.IsNullOrWhiteSpace(written.Issuer))
            yield return $"{Section}:Issuer is required: what a token's iss must be.";
        if (string.IsNullOrWhiteSpace(written.Audience))
            yield return $"{Section}:Audience is required: what a token's aud must be.";
    }

    private static IEnumerable<string> Unsafe(AccessSection written, IHostEnvironment environment)
    {
        if (!string.IsNullOrWhiteSpace(written.Authority) && !IsSafeAuthority(written.Authority, environment))
            yield return $"{Section}:Authority must be an https address.";
        if (written.Algorithms is not null && (written.Algorithms.Length == 0 || written.Algorithms.Except(Asymmetric).Any()))
            yield return $"{Section}:Algorithms may name only {string.Join(", ", Asymmetric)}.";
        if (written.TokenTypes is { Length: 0 } || written.RoleClaims is { Length: 0 })
            yield return $"{Section}:TokenTypes and {Section}:RoleClaims may not be empty.";
        if (written.SenderConstrained?.Roles?.FirstOrDefault(name => !RoleNames.TryParse(name, out _)) is { } unknown)
            yield return $"{Section}:SenderConstrained:Roles names {unknown}, which is no role.";
    }

    private static bool IsSafeAuthority(string authority, IHostEnvironment environment)
        => Uri.TryCreate(authority, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps
                || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && !environment.IsProduction()));
}
