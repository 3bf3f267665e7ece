using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgencyGraph.Access;

/// <summary>Sign-in.</summary>
public static class AccessServices
{
    /// <exception cref="AccessSettingsException">The settings would let the wrong people in; the message says which.</exception>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(services);
        var settings = AccessSettingsReader.Read(configuration, environment);
        services.TryAddSingleton(TimeProvider.System);
        _ = services.AddSingleton(settings).AddSingleton<TokenValidator>().AddSingleton<ITokenValidator, RememberedTokens>()
            .AddSingleton<SignIn>()
            .AddSingleton<SeenProofs>().AddSingleton<DpopProofs>()
            .AddSingleton(provider => new SenderCheck(provider.GetRequiredService<DpopProofs>()));
        if (settings.AcceptsClientCertificates)
            _ = services.Configure<KestrelServerOptions>(kestrel => kestrel.ConfigureHttpsDefaults(AskForCertificate));
        _ = settings.UsesDevelopmentIssuer
            ? services.AddDevelopmentIssuer(settings)
            : services.AddSingleton<ISigningKeys, IssuerKeys>();
        return services;
    }

    // Any certificate will do here: the token names the one that it is bound to, and TLS shows that the client has its key (RFC 8705, 3).
    private static void AskForCertificate(HttpsConnectionAdapterOptions https)
    {
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        https.AllowAnyClientCertificate();
    }

    private static IServiceCollection AddDevelopmentIssuer(this IServiceCollection services, AccessSettings settings) => services
        .AddSingleton(DevelopmentKey.Open(settings.DevelopmentKeyFile))
        .AddSingleton<ISigningKeys, DevelopmentKeys>()
        .AddSingleton<DevelopmentTokens>();
}
