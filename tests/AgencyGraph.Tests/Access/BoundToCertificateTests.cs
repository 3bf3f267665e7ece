using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Access;
using AgencyGraph.Tests.Transport.StandIn;
using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Tests.Access;

/// <summary>Tokens that are bound to the certificate of the TLS connection (RFC 8705), which the settings ask of record systems.</summary>
public sealed class BoundToCertificateTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agencygraph-tls-");
    private readonly X509Certificate2 own = SelfMadeCertificate.Make("records");
    private readonly X509Certificate2 foreign = SelfMadeCertificate.Make("records");
    private readonly X509Certificate2 ofServer = SelfMadeCertificate.Make("127.0.0.1");
    private AccessServer? server;

    private AccessServer Server => server ?? throw new InvalidOperationException("Started before the tests.");

    public Task InitializeAsync()
    {
        server = new AccessServer
        {
            Listens = "https://127.0.0.1:0",
            Settings =
            [
                "--Access:ClientCertificates=true", "--Access:SenderConstrained:Roles:0=police-system", "--Access:SenderConstrained:Clients:0=strict",
                .. SelfMadeCertificate.Save(ofServer, folder.FullName),
            ],
        };
        return server.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        own.Dispose();
        foreign.Dispose();
        ofServer.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_bound_token_is_good_with_its_certificate_alone()
    {
        var token = Token(bound: true);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(token, own));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(token, foreign));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(token, null));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(token, own));
    }

    [Fact]
    public async Task A_role_or_client_that_must_be_bound_is_refused_without_and_others_are_free()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Token(bound: false), own));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Token(bound: false, role: "hub-practitioner", agency: "BUR"), null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Token(bound: false, role: "hub-practitioner", agency: "BUR", client: "strict"), null));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Token(bound: true, role: "hub-practitioner", agency: "BUR", client: "strict"), own));
    }

    [Fact]
    public async Task A_socket_is_signed_in_with_the_certificate_of_its_connection()
    {
        var init = JsonSerializer.Serialize(
            new { type = "connection_init", payload = new { Authorization = $"Bearer {Token(bound: true)}", purpose = "SAFEGUARDING" } });

        using var bound = await ConnectAsync(own);
        await bound.SayAsync(init);
        Assert.Equal("""{"type":"connection_ack"}""", await bound.HearAsync());
        using var stolen = await ConnectAsync(foreign);
        await stolen.SayAsync(init);
        Assert.Equal((4403, "UNAUTHENTICATED"), await stolen.HearCloseAsync());
    }

    private Task<SocketClient> ConnectAsync(X509Certificate2 certificate) => SocketClient.ConnectAsync(Server.Socket, configure: options =>
    {
        options.ClientCertificates = [certificate];
        options.RemoteCertificateValidationCallback = (_, shown, _, _) => IsServer(shown);
    });

    private string Token(bool bound, string role = "police-system", string agency = "greater-manchester", string? client = null)
    {
        var payload = Server.Issuer.Payload(AccessServer.Now);
        (payload["role"], payload["agency"]) = (role, agency);
        if (client is not null)
            payload["client_id"] = client;
        if (bound)
            payload["cnf"] = new JsonObject { ["x5t#S256"] = Base64UrlEncoder.Encode(SHA256.HashData(own.RawData)) };
        return Server.Issuer.Sign(Server.Issuer.Header(), payload);
    }

    private async Task<HttpStatusCode> StatusAsync(string token, X509Certificate2? certificate)
    {
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => IsServer(shown);
        if (certificate is not null)
            handler.SslOptions.ClientCertificates = [certificate];
        using var http = new HttpClient(handler) { BaseAddress = Server.Client.BaseAddress };
        using var request = AccessServer.Request();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add(SignInHeaders.Purpose, "SAFEGUARDING");
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private bool IsServer(X509Certificate? shown) => shown is not null && shown.GetCertHashString() == ofServer.GetCertHashString();
}
