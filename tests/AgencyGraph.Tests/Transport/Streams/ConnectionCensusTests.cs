using System.Net;
using System.Text;
using AgencyGraph.Tests.Transport.StandIn;

namespace AgencyGraph.Tests.Transport.Streams;

/// <summary>How many sockets may be open.</summary>
public sealed class ConnectionCensusTests
{
    [Fact]
    public async Task One_socket_too_many_is_refused_at_the_handshake_until_another_has_gone()
    {
        await using var server = await TransportServer.StartAsync(settings: ("Transport:MaxConnections", "2"));
        using var first = await SocketClient.SignInAsync(server);
        using var second = await SocketClient.ConnectAsync(server);
        using (var third = await RawSocket.OpenAsync(server))
        {
            Assert.StartsWith("HTTP/1.1 503 ", third.Handshake, StringComparison.Ordinal);
            Assert.Contains("Retry-After: ", third.Handshake, StringComparison.Ordinal);
        }

        await first.CloseAsync();
        await Eventually.IsAsync(
            async () =>
            {
                using var again = await RawSocket.OpenAsync(server);
                return again.Handshake.StartsWith("HTTP/1.1 101 ", StringComparison.Ordinal);
            },
            "the place is free again");
    }

    [Fact]
    public async Task An_agency_may_have_its_share_and_no_other_is_the_worse_for_it()
    {
        await using var server = await TransportServer.StartAsync(settings: ("Transport:MaxConnectionsAnAgency", "2"));
        using var first = await SocketClient.SignInAsync(server, "bury");
        using var second = await SocketClient.SignInAsync(server, "bury");
        using (var third = await SocketClient.ConnectAsync(server))
        {
            await third.SayAsync("""{"type":"connection_init","payload":{"token":"bury"}}""");
            Assert.Equal((1013, "TOO_MANY_CONNECTIONS"), await third.HearCloseAsync());
        }

        using var other = await SocketClient.SignInAsync(server, "wirral");
        await first.CloseAsync();
        await Eventually.IsAsync(() => IsLetInAsync(server, "bury"), "the agency has a place again");
    }

    [Fact]
    public async Task A_stream_of_events_takes_a_place_too()
    {
        await using var server = await TransportServer.StartAsync(settings: ("Transport:MaxConnectionsAnAgency", "1"));
        using var socket = await SocketClient.SignInAsync(server, "bury");
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("bury"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("wirral"));
        await Eventually.IsAsync(async () => await StatusAsync("wirral") == HttpStatusCode.OK, "its place is free again");

        async Task<HttpStatusCode> StatusAsync(string token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://{server.Host}/graphql/stream"));
            request.Content = new StringContent("""{"query":"{ hello }"}""", Encoding.UTF8, "application/json");
            request.Headers.Accept.ParseAdd("text/event-stream");
            _ = request.Headers.TryAddWithoutValidation("Authorization", token);
            using var response = await http.SendAsync(request);
            _ = await response.Content.ReadAsStringAsync();
            return response.StatusCode;
        }
    }

    private static async Task<bool> IsLetInAsync(TransportServer server, string token)
    {
        using var client = await SocketClient.ConnectAsync(server);
        await client.SayAsync($$$"""{"type":"connection_init","payload":{"token":"{{{token}}}"}}""");
        try
        {
            return (await client.HearAsync()).Contains("connection_ack", StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return false; // Closed: what the client throws.
        }
    }
}
