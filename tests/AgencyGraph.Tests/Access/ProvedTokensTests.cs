using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Access;
using AgencyGraph.Tests.Transport.StandIn;

namespace AgencyGraph.Tests.Access;

/// <summary>Tokens that are bound to a key, of which each request brings a proof (RFC 9449).</summary>
public sealed class ProvedTokensTests(AccessServer server) : IClassFixture<AccessServer>, IDisposable
{
    private static readonly Dictionary<string, Action<JsonObject, JsonObject>> Faults = new()
    {
        ["another method"] = (_, payload) => payload["htm"] = "GET",
        ["another place"] = (_, payload) => payload["htu"] = "https://evil.example/graphql",
        ["another path"] = (_, payload) => payload["htu"] = payload["htu"] + "/other",
        ["another token"] = (_, payload) => payload["ath"] = "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo",
        ["no token"] = (_, payload) => payload.Remove("ath"),
        ["61 s old"] = (_, payload) => payload["iat"] = AccessServer.Now.AddSeconds(-61).ToUnixTimeSeconds(),
        ["31 s ahead"] = (_, payload) => payload["iat"] = AccessServer.Now.AddSeconds(31).ToUnixTimeSeconds(),
        ["no time"] = (_, payload) => payload.Remove("iat"),
        ["no id"] = (_, payload) => payload.Remove("jti"),
        ["endless id"] = (_, payload) => payload["jti"] = new string('j', 300),
        ["wrong type"] = (header, _) => header["typ"] = "JWT",
        ["no key"] = (header, _) => header.Remove("jwk"),
        ["alg none"] = (header, _) => header["alg"] = "none",
        ["crit"] = (header, _) => header["crit"] = new JsonArray("b64"),
    };

    private readonly ProofKey key = new();
    private readonly ProofKey foreign = new();

    public static TheoryData<string> Causes => [.. Faults.Keys];

    private Uri Address => new(server.Client.BaseAddress!, "/graphql"); // The server is started before the tests.

    public void Dispose()
    {
        key.Dispose();
        foreign.Dispose();
    }

    [Fact]
    public async Task A_proof_serves_once()
    {
        var token = Token();
        var proof = Proof(token);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("DPoP", token, proof));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("DPoP", token, proof));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("DPoP", token, Proof(token)));
    }

    [Theory, MemberData(nameof(Causes))]
    public async Task A_proof_that_does_not_fit_is_none(string cause)
    {
        var token = Token();
        var (header, payload) = (key.Header(), ProofKey.Payload("POST", Address, token, AccessServer.Now));
        Faults[cause](header, payload);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("DPoP", token, key.Sign(header, payload)));
    }

    [Fact]
    public async Task Another_key_proves_nothing()
    {
        var token = Token();
        var payload = ProofKey.Payload("POST", Address, token, AccessServer.Now);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("DPoP", token, foreign.Sign(foreign.Header(), payload)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("DPoP", token, foreign.Sign(key.Header(), payload)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("DPoP", token, key.Sign(key.PrivateHeader(), payload)));
    }

    [Fact]
    public async Task A_bound_token_is_not_good_without_its_proof_nor_a_free_one_with_any()
    {
        var (bound, free) = (Token(), server.Issuer.Sign(server.Issuer.Header(), server.Issuer.Payload(AccessServer.Now)));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("Bearer", bound));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("Bearer", bound, Proof(bound)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("DPoP", bound));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("DPoP", bound, Proof(bound), Proof(bound)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("DPoP", free, Proof(free)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("Bearer", free));
    }

    [Fact]
    public async Task A_binding_that_cannot_be_checked_makes_a_token_bad()
    {
        var payload = server.Issuer.Payload(AccessServer.Now);
        payload["cnf"] = new JsonObject { ["kid"] = "somewhere" };

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("Bearer", server.Issuer.Sign(server.Issuer.Header(), payload)));
    }

    [Fact]
    public async Task A_socket_brings_its_proof_with_the_handshake()
    {
        var token = Token();
        var proof = key.Sign(key.Header(), ProofKey.Payload("GET", Address, token, AccessServer.Now));
        var init = JsonSerializer.Serialize(new { type = "connection_init", payload = new { Authorization = $"DPoP {token}", purpose = "SAFEGUARDING" } });

        using var proved = await SocketClient.ConnectAsync(server.Socket, configure: options => options.SetRequestHeader("DPoP", proof));
        await proved.SayAsync(init);
        Assert.Equal("""{"type":"connection_ack"}""", await proved.HearAsync());
        using var again = await SocketClient.ConnectAsync(server.Socket, configure: options => options.SetRequestHeader("DPoP", proof));
        await again.SayAsync(init);
        Assert.Equal((4403, "UNAUTHENTICATED"), await again.HearCloseAsync());
    }

    [Fact]
    public void Proofs_that_were_seen_take_bounded_memory_and_are_forgotten_when_they_are_too_old()
    {
        var seen = new SeenProofs();
        for (var i = 0; i < SeenProofs.Capacity; i++)
            Assert.True(seen.TryAdd($"{i}", 10, 0));

        Assert.False(seen.TryAdd("one more", 10, 10));
        Assert.True(seen.TryAdd("one more", 20, 11));
        Assert.False(seen.TryAdd("one more", 20, 11));
    }

    private string Token()
    {
        var payload = server.Issuer.Payload(AccessServer.Now);
        payload["cnf"] = new JsonObject { ["jkt"] = key.Thumbprint };
        return server.Issuer.Sign(server.Issuer.Header(), payload);
    }

    private string Proof(string token) => key.Sign(key.Header(), ProofKey.Payload("POST", Address, token, AccessServer.Now));

    private async Task<HttpStatusCode> StatusAsync(string scheme, string token, params string[] proofs)
    {
        using var request = AccessServer.Request();
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
        request.Headers.Add(SignInHeaders.Purpose, "SAFEGUARDING");
        foreach (var proof in proofs)
            request.Headers.Add(SignInHeaders.Proof, proof);
        using var answer = await server.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
