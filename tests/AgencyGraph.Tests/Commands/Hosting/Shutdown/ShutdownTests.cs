using System.Diagnostics;
using System.Net;
using System.Text.Json;
using AgencyGraph.Commands;
using AgencyGraph.Commands.Hosting.Health;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using Microsoft.Data.Sqlite;

namespace AgencyGraph.Tests.Commands.Hosting.Shutdown;

public sealed class ShutdownTests
{
    private const string Mutation = "mutation($input: RecordChildInput!) { recordChild(input: $input) { child { id } errors { code } } }";

    [SkippableFact]
    public async Task A_server_that_is_terminated_says_so_first_finishes_what_it_has_in_hand_and_exits_with_zero()
    {
        ServerProcess.NeedSignals();
        using var server = new ServerProcess("--Shutdown:Notice=00:00:03", "--Shutdown:Wait=00:00:20");
        var address = await server.AddressAsync();
        var token = server.TokenFor(Role.HubPractitioner, "BUR");
        using var http = new HttpClient { BaseAddress = address };
        using var stream = await SubscribeAsync(address, token);
        var body = new HalfSent(JsonSerializer.SerializeToUtf8Bytes(new { query = Mutation, variables = new { input = Child() } }));
        var writing = http.SendAsync(Request(token, body));
        await body.HalfIsSent;

        await server.TerminateAsync();
        await Eventually.IsAsync(() => server.Lines.Any(line => line.Contains("not ready any more", StringComparison.Ordinal)), "the notice is logged");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(http, HealthDoors.ReadyPath));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, HealthDoors.LivePath));
        Assert.Equal((1012, "Server is restarting"), await stream.HearCloseAsync());
        body.SendTheRest();

        using var answer = await writing;
        Assert.Contains("\"errors\":[]", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, await server.ExitCodeAsync());
        Assert.Equal(1, Children(server.Database));
    }

    [SkippableFact]
    public async Task A_request_that_does_not_end_holds_the_server_no_longer_than_it_may()
    {
        ServerProcess.NeedSignals();
        using var server = new ServerProcess("--Shutdown:Notice=00:00:00", "--Shutdown:Wait=00:00:02");
        var address = await server.AddressAsync();
        using var http = new HttpClient { BaseAddress = address };
        var body = new HalfSent(new byte[100]);
        var stuck = http.SendAsync(Request(server.TokenFor(Role.HubPractitioner, "BUR"), body));
        await body.HalfIsSent;

        var time = Stopwatch.StartNew();
        await server.TerminateAsync();

        Assert.Equal(ExitCodes.Done, await server.ExitCodeAsync());
        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        body.SendTheRest();
        _ = await Assert.ThrowsAnyAsync<HttpRequestException>(() => stuck);
    }

    private static object Child() => new { idempotencyKey = Guid.NewGuid(), localReference = "A-1", givenName = "Ada", surname = "Test" };

    private static HttpRequestMessage Request(string token, HttpContent body)
    {
        body.Headers.ContentType = new("application/json");
        return new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = body,
            Headers = { { "Authorization", $"Bearer {token}" }, { "X-Purpose", "SAFEGUARDING" } },
        };
    }

    private static async Task<SocketClient> SubscribeAsync(Uri address, string token)
    {
        var client = await SocketClient.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/graphql" }.Uri);
        await client.SayAsync(JsonSerializer.Serialize(
            new { type = "connection_init", payload = new { Authorization = $"Bearer {token}", purpose = "SAFEGUARDING" } }));
        Assert.Equal("""{"type":"connection_ack"}""", await client.HearAsync());
        await client.SubscribeAsync("1", "subscription { updates { __typename } }");
        return client;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private static long Children(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM child_records";
        return (long)command.ExecuteScalar()!; // A count is a number.
    }
}
