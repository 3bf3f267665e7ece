using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Tests.Transport.StandIn;

namespace AgencyGraph.Tests.Access;

/// <summary>One role at a time, at both doors.</summary>
public sealed class OneRoleTests(AccessServer server) : IClassFixture<AccessServer>
{
    public static TheoryData<string> NotOfTheToken => ["\"inspector\"", "\"nobody\"", "\"hub-practitioner,social-worker\"", "7", "[\"social-worker\"]"];

    [Fact]
    public async Task A_role_that_is_not_in_the_token_is_answered_as_none_is()
    {
        using var without = await server.AskAsync(Token());
        using var wrong = await server.AskAsync(Token(), "inspector");

        Assert.Equal(without.StatusCode, wrong.StatusCode);
        Assert.Equal(await without.Content.ReadAsStringAsync(), await wrong.Content.ReadAsStringAsync());
    }

    [Theory, MemberData(nameof(NotOfTheToken))]
    public async Task A_socket_names_one_role_of_its_token(string role)
    {
        using var client = await InitAsync(role);
        Assert.Equal((4403, "ROLE_REQUIRED"), await client.HearCloseAsync());
    }

    [Fact]
    public async Task A_socket_that_names_no_role_of_several_is_not_signed_in()
    {
        using var client = await InitAsync("null");
        Assert.Equal((4403, "ROLE_REQUIRED"), await client.HearCloseAsync());
    }

    [Fact]
    public async Task A_socket_acts_in_the_role_that_it_named()
    {
        using var client = await InitAsync("\"social-worker\"");
        Assert.Equal("""{"type":"connection_ack"}""", await client.HearAsync());
        await client.SubscribeAsync("1", "{ me { role } }");

        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"me":{"role":"SOCIAL_WORKER"}}}}""", await client.HearAsync());
    }

    private async Task<SocketClient> InitAsync(string role)
    {
        var client = await SocketClient.ConnectAsync(server.Socket);
        var payload = new JsonObject { ["Authorization"] = $"Bearer {Token()}", ["purpose"] = "SAFEGUARDING", ["role"] = JsonNode.Parse(role) };
        await client.SayAsync(JsonSerializer.Serialize(new { type = "connection_init", payload }));
        return client;
    }

    private string Token()
    {
        var payload = server.Issuer.Payload(AccessServer.Now);
        payload["role"] = new JsonArray("hub-practitioner", "social-worker");
        return server.Issuer.Sign(server.Issuer.Header(), payload);
    }
}
