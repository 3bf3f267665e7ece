using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Transport.StandIn;

namespace AgencyGraph.Tests.Transport;

/// <summary>The npm clients of the protocols, against the transports alone.</summary>
public sealed class NpmClientTests
{
    [SkippableTheory]
    [InlineData("graphql-ws.mjs")]
    [InlineData("graphql-ws-closes.mjs")]
    [InlineData("graphql-sse.mjs")]
    public async Task A_client_of_the_protocol_is_served(string script)
    {
        await using var server = await TransportServer.StartAsync(configure: options => options.InitWait = TimeSpan.FromSeconds(2));
        await NpmClients.PassAsync(script, ("GRAPHQL_URL", server.Socket.ToString()), ("GRAPHQL_STREAM_URL", server.Stream.ToString()));
        Assert.DoesNotContain(server.Log, line => line.Contains(" 1415 ", StringComparison.Ordinal));
    }
}
