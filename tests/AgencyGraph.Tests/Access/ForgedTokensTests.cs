using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Access;
using AgencyGraph.Tests.Transport.StandIn;
using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Tests.Access;

public sealed class ForgedTokensTests(AccessServer server) : IClassFixture<AccessServer>
{
    private const string Body = """{"errors":[{"message":"Sign in: send a valid bearer token.","extensions":{"code":"UNAUTHENTICATED"}}]}""";

    private static readonly RSA Foreign = RSA.Create(2048);

    private static readonly Dictionary<string, Func<TestIssuer, string?>> Forgeries = new()
    {
        ["no token"] = _ => null,
        ["empty"] = _ => "",
        ["garbage"] = _ => "certainly-not-a-token",
        ["two dots"] = _ => "..",
        ["four dots"] = _ => "a.b.c.d.e",
        ["not JSON"] = _ => $"{TestIssuer.Encode("hello")}.{TestIssuer.Encode("[]")}.AAAA",
        ["too long"] = _ => new string('a', 20_000),
        ["alg none, unsigned"] = issuer => Unsigned(Header(issuer, "alg", "none"), Payload(issuer)),
        ["alg NONE, unsigned"] = issuer => Unsigned(Header(issuer, "alg", "NONE"), Payload(issuer)),
        ["alg none, with signature"] = issuer => issuer.Sign(Header(issuer, "alg", "none"), Payload(issuer)),
        ["signature cut off"] = issuer => Unsigned(issuer.Header(), Payload(issuer)),
        ["HS256 with the public key's PEM"] = issuer => Hmac(Header(issuer, "alg", "HS256"), issuer, Encoding.ASCII.GetBytes(issuer.Key.ExportSubjectPublicKeyInfoPem())),
        ["HS256 with the public key's DER"] = issuer => Hmac(Header(issuer, "alg", "HS256"), issuer, issuer.Key.ExportSubjectPublicKeyInfo()),
        ["HS256 with a published symmetric key"] = issuer =>
            Hmac(new JsonObject { ["alg"] = "HS256", ["typ"] = "at+jwt", ["kid"] = "shared" }, issuer, TestIssuer.SharedSecret),
        ["algorithm not allowed"] = issuer => issuer.Sign(Header(issuer, "alg", "RS512"), Payload(issuer)),
        ["algorithm not the key's"] = issuer => Pss(Header(issuer, "alg", "PS256"), issuer),
        ["wrong key"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer), Foreign),
        ["wrong key, no kid"] = issuer => issuer.Sign(Header(issuer, "kid", null), Payload(issuer), Foreign),
        ["payload changed"] = issuer => Changed(issuer.Sign(issuer.Header(), Payload(issuer)), Payload(issuer, "agency", "WIR")),
        ["wrong audience"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "aud", "another")),
        ["audience with a slash more"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "aud", TestIssuer.Audience + "/")),
        ["no audience"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "aud", null)),
        ["wrong issuer"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "iss", "https://evil.example/")),
        ["issuer with a slash more"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "iss", issuer.Address + "/")),
        ["development issuer"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "iss", DevelopmentTokens.Issuer)),
        ["wrong type"] = issuer => issuer.Sign(Header(issuer, "typ", "logout+jwt"), Payload(issuer)),
        ["no type"] = issuer => issuer.Sign(Header(issuer, "typ", null), Payload(issuer)),
        ["expired 31 s ago"] = issuer => issuer.Sign(issuer.Header(), With(Payload(issuer, "nbf", Seconds(-600)), "exp", Seconds(-31))),
        ["ends before it starts"] = issuer => issuer.Sign(issuer.Header(), With(Payload(issuer, "nbf", Seconds(20)), "exp", Seconds(10))),
        ["good in 31 s"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "nbf", Seconds(31))),
        ["no expiry"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "exp", null)),
        ["expiry as text"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "exp", "tomorrow")),
        ["no subject"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "sub", null)),
        ["blank subject"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "sub", " ")),
        ["subject too long to record"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "sub", new string('s', 300))),
        ["two subjects"] = issuer => issuer.Sign(issuer.Header(), Payload(issuer, "sub", new JsonArray("a", "b"))),
        ["embedded jwk"] = issuer => issuer.Sign(Header(issuer, "jwk", TestIssuer.PublicJwk(Foreign, issuer.KeyId)), Payload(issuer), Foreign),
        ["jku"] = issuer => issuer.Sign(Header(issuer, "jku", issuer.Address + "/jwks"), Payload(issuer), Foreign),
        ["x5u"] = issuer => issuer.Sign(Header(issuer, "x5u", issuer.Address + "/jwks"), Payload(issuer), Foreign),
        ["kid walks the disk"] = issuer => issuer.Sign(Header(issuer, "kid", "../../../dev/null"), Payload(issuer)),
        ["kid speaks SQL"] = issuer => issuer.Sign(Header(issuer, "kid", "' OR 1=1 --"), Payload(issuer)),
        ["kid unknown"] = issuer => issuer.Sign(Header(issuer, "kid", "third"), Payload(issuer)),
        ["crit that we do not know"] = issuer => issuer.Sign(Header(issuer, "crit", new JsonArray("b64")), Payload(issuer)),
    };

    public static TheoryData<string> Causes => [.. Forgeries.Keys];

    [Theory, MemberData(nameof(Causes))]
    public async Task Every_forged_token_gets_the_same_answer(string cause)
    {
        using var answer = await server.AskAsync(Forgeries[cause](server.Issuer));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(Body, await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            [
                "Cache-Control: no-store", $"Content-Length: {Body.Length}", "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
                "Content-Type: application/json; charset=utf-8", "Referrer-Policy: no-referrer", "WWW-Authenticate: Bearer",
                "X-Content-Type-Options: nosniff",
            ],
            answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "X-Request-ID"))
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Causes))]
    public async Task Every_forged_token_closes_a_socket_in_the_same_way(string cause)
    {
        using var client = await SocketClient.ConnectAsync(server.Socket);

        var payload = new { Authorization = $"Bearer {Forgeries[cause](server.Issuer)}", purpose = "SAFEGUARDING" };
        await client.SayAsync(JsonSerializer.Serialize(new { type = "connection_init", payload }));

        Assert.Equal((4403, "UNAUTHENTICATED"), await client.HearCloseAsync());
    }

    [Theory]
    [InlineData("exp", -29)]
    [InlineData("nbf", 29)]
    public async Task Clocks_may_differ_by_half_a_minute(string claim, int seconds)
    {
        var payload = Payload(server.Issuer, "nbf", null);
        payload[claim] = Seconds(seconds);

        using var answer = await server.AskAsync(server.Issuer.Sign(server.Issuer.Header(), payload));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("kid", null)] // The issuer has one key only.
    [InlineData("typ", "JWT")]
    public async Task A_good_token_may_have_another_header(string name, string? value)
    {
        using var answer = await server.AskAsync(server.Issuer.Sign(Header(server.Issuer, name, value), Payload(server.Issuer)));

        Assert.Equal("worker-1 BUR hub-practitioner ", await AccessServer.ReadAsync(answer));
    }

    [Fact]
    public async Task Two_authorization_headers_are_none()
    {
        var token = server.Issuer.Sign(server.Issuer.Header(), Payload(server.Issuer));
        using var request = AccessServer.Request();
        _ = request.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {token}", $"Bearer {token}"]);

        using var answer = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static long Seconds(int fromNow) => AccessServer.Now.AddSeconds(fromNow).ToUnixTimeSeconds();

    private static JsonObject Header(TestIssuer issuer, string name, JsonNode? value) => With(issuer.Header(), name, value);

    private static JsonObject Payload(TestIssuer issuer) => issuer.Payload(AccessServer.Now);

    private static JsonObject Payload(TestIssuer issuer, string name, JsonNode? value) => With(Payload(issuer), name, value);

    private static JsonObject With(JsonObject part, string name, JsonNode? value)
    {
        _ = part.Remove(name);
        if (value is not null)
            part[name] = value;
        return part;
    }

    private static string Unsigned(JsonObject header, JsonObject payload)
        => $"{TestIssuer.Encode(header.ToJsonString())}.{TestIssuer.Encode(payload.ToJsonString())}.";

    private static string Hmac(JsonObject header, TestIssuer issuer, byte[] secret)
    {
        var signed = Unsigned(header, Payload(issuer))[..^1];
        return $"{signed}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Pss(JsonObject header, TestIssuer issuer)
    {
        var signed = Unsigned(header, Payload(issuer))[..^1];
        var signature = issuer.Key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        return $"{signed}.{Base64UrlEncoder.Encode(signature)}";
    }

    private static string Changed(string token, JsonObject payload)
        => token.Split('.') is [var header, _, var signature] ? $"{header}.{TestIssuer.Encode(payload.ToJsonString())}.{signature}" : token;
}
