using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace AgencyGraph.Tests.Access;

/// <summary>A genuine OpenID Connect issuer on loopback (OpenIddict): its clients are the systems of agencies, and its keys can be changed.</summary>
public sealed class OpenIddictIssuer : IAsyncDisposable
{
    public const string Audience = "agencygraph";

    private readonly Dictionary<string, SystemClient> clients;
    private readonly WebApplication app;
    private readonly HttpClient http = new();
    private volatile RsaSecurityKey[] keys = [NewKey()];

    private OpenIddictIssuer(IEnumerable<SystemClient> clients)
    {
        this.clients = clients.ToDictionary(client => client.Id);
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _ = builder.Services.AddOpenIddict().AddServer(Configure);
        _ = builder.Services.Configure<OpenIddictServerOptions>(
            options => options.SigningCredentials.AddRange(keys.Select(key => new SigningCredentials(key, SecurityAlgorithms.RsaSha256))));
        app = builder.Build();
        _ = app.UseAuthentication();
    }

    /// <summary>What <c>iss</c> is.</summary>
    public string Address => app.Urls.First() + "/";

    /// <summary>The settings with which a server believes this issuer.</summary>
    public IReadOnlyList<string> Settings => [$"--Access:Authority={Address}", $"--Access:Issuer={Address}", $"--Access:Audience={Audience}"];

    public static async Task<OpenIddictIssuer> StartAsync(params IEnumerable<SystemClient> clients)
    {
        var issuer = new OpenIddictIssuer(clients);
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>The system asks for a token by its credentials; null when the issuer refuses.</summary>
    public async Task<string?> GrantAsync(string client, string secret)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = GrantTypes.ClientCredentials,
            ["client_id"] = client,
            ["client_secret"] = secret,
        });
        using var answer = await http.PostAsync(new Uri(Address + "token"), form);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())?["access_token"]?.GetValue<string>();
    }

    public async Task<string> GrantAsync(SystemClient client)
        => await GrantAsync(client.Id, client.Secret) ?? throw new InvalidOperationException($"No token for {client.Id}.");

    /// <summary>A second key is published; the first one signs on.</summary>
    public void Announce() => Use([.. keys, NewKey()]);

    /// <summary>The newest key signs; the older ones are still published.</summary>
    public void SignWithNewest() => Use([.. keys.Reverse()]);

    /// <summary>Only the key that signs is published.</summary>
    public void Withdraw() => Use([keys[0]]);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    private void Use(RsaSecurityKey[] next)
    {
        keys = next;
        _ = app.Services.GetRequiredService<IOptionsMonitorCache<OpenIddictServerOptions>>().TryRemove(Options.DefaultName);
    }

    private void Configure(OpenIddictServerBuilder server)
    {
        _ = server.EnableDegradedMode().SetTokenEndpointUris("token").AllowClientCredentialsFlow()
            .SetAccessTokenLifetime(TimeSpan.FromHours(4)).AddEphemeralEncryptionKey().DisableAccessTokenEncryption();
        _ = server.UseAspNetCore().DisableTransportSecurityRequirement();
        _ = server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (!clients.TryGetValue(context.ClientId ?? "", out var client) || client.Secret != context.ClientSecret)
                context.Reject(Errors.InvalidClient);
            return default;
        }));
        _ = server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            context.SignIn(new ClaimsPrincipal(IdentityOf(clients[context.Request.ClientId!])));
            return default;
        }));
    }

    private static ClaimsIdentity IdentityOf(SystemClient client)
    {
        var identity = new ClaimsIdentity("client", Claims.Name, Claims.Role);
        _ = identity.SetClaim(Claims.Subject, client.Id).SetClaim("agency", client.Agency).SetClaims(Claims.Role, [.. client.Roles])
            .SetResources(Audience).SetDestinations(_ => [Destinations.AccessToken]);
        return identity;
    }
}
