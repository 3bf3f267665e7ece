using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Tests.Access;

/// <summary>An OpenID Connect issuer on loopback, whose tokens can be bent in every way.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    public const string Audience = "agencygraph-test";

    private readonly WebApplication app;
    private int reads;

    public TestIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        _ = app.MapGet("/.well-known/openid-configuration", () =>
        {
            _ = Interlocked.Increment(ref reads);
            return Results.Json(new { issuer = AnnouncedIssuer ?? Address, jwks_uri = $"{Address}/jwks" });
        });
        _ = app.MapGet("/jwks", () => Results.Text(KeySet().ToJsonString(), "application/json"));
    }

    public RSA Key { get; private set; } = RSA.Create(2048);

    public string KeyId { get; private set; } = "first";

    public string? AnnouncedIssuer { get; set; }

    public int Reads => reads;

    public string Address => app.Urls.First();

    public Task StartAsync() => app.StartAsync();

    public void Rotate() => (Key, KeyId) = (RSA.Create(2048), "second");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static string Encode(string text) => Base64UrlEncoder.Encode(text);

    public JsonObject Header() => new() { ["alg"] = "RS256", ["typ"] = "at+jwt", ["kid"] = KeyId };

    public JsonObject Payload(DateTimeOffset now) => new()
    {
        ["iss"] = Address,
        ["aud"] = Audience,
        ["sub"] = "worker-1",
        ["agency"] = "BUR",
        ["role"] = "hub-practitioner",
        ["iat"] = now.ToUnixTimeSeconds(),
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
    };

    public string Sign(JsonObject header, JsonObject payload, RSA? key = null)
    {
        var signed = $"{Encode(header.ToJsonString())}.{Encode(payload.ToJsonString())}";
        var signature = (key ?? Key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64UrlEncoder.Encode(signature)}";
    }

    public static JsonObject PublicJwk(RSA key, string keyId)
    {
        var parameters = key.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = keyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus!),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent!),
        };
    }

    // A careless issuer also publishes a symmetric key: it must not become a key of ours.
    private JsonObject KeySet() => new()
    {
        ["keys"] = new JsonArray(
            PublicJwk(Key, KeyId),
            new JsonObject { ["kty"] = "oct", ["kid"] = "shared", ["k"] = Base64UrlEncoder.Encode(SharedSecret) }),
    };

    public static byte[] SharedSecret { get; } = Encoding.ASCII.GetBytes("a secret of at least thirty-two bytes");
}
