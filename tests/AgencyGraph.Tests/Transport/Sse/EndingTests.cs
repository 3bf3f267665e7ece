using System.Net;
using System.Net.Sockets;
using System.Text;
using AgencyGraph.Tests.Transport.StandIn;
using Microsoft.Extensions.Time.Testing;

namespace AgencyGraph.Tests.Transport.Sse;

public sealed class EndingTests
{
    private const int Event = 16 * 1024;

    /// <summary>What the two kernels and Kestrel hold between the writer and a client that does not read.</summary>
    private const int OnTheWay = 12 * 1024 * 1024;

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_stream_breaks_off_at_the_instant_the_token_expires_and_says_why()
    {
        await using var server = await TransportServer.StartAsync(clock);
        server.SignIn.Lifetime = TimeSpan.FromSeconds(5);
        using var client = await EventClient.PostAsync(server, "subscription { never }");
        Assert.NotNull(await client.HearEventAsync());

        clock.Advance(TimeSpan.FromMilliseconds(4999));
        Assert.Equal(1, server.Graph.Running);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(": 4403 Token expired", await client.HearAsync());
        Assert.Null(await client.HearAsync());
        await Eventually.IsAsync(() => server.Graph.Running == 0, "the stream was ended");
    }

    [Fact]
    public async Task A_stream_that_the_engine_ends_before_its_time_says_why_and_is_not_complete()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await EventClient.PostAsync(server, "subscription { revoked }");
        var heard = new List<string>();
        while (await client.HearEventAsync() is { } block)
            heard.Add(block);
        Assert.Equal(": 4403 Access revoked", heard[^1]);
        Assert.DoesNotContain(heard, block => block.Contains("complete", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_idle_stream_says_that_it_lives()
    {
        await using var server = await TransportServer.StartAsync(clock);
        using var client = await EventClient.PostAsync(server, "subscription { never }");
        Assert.NotNull(await client.HearEventAsync());

        for (var i = 0; i < 2; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(12));
            Assert.Equal(":", await client.HearAsync());
        }
    }

    [Fact]
    public async Task A_client_that_leaves_ends_its_stream_and_is_no_fault()
    {
        await using var server = await TransportServer.StartAsync();
        using (var client = await EventClient.PostAsync(server, "subscription { never }"))
            Assert.NotNull(await client.HearEventAsync());

        await Eventually.IsAsync(() => server.Graph.Running == 0, "the stream was ended");
        await Eventually.IsAsync(() => server.Log.Any(line => line.Contains(" 1411 ", StringComparison.Ordinal)), "it has ended");
        Assert.DoesNotContain(server.Log, line => line.StartsWith("Error ", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log, line => line.StartsWith("Warning ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_stops_tells_its_streams()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await EventClient.PostAsync(server, "subscription { never }");
        Assert.NotNull(await client.HearEventAsync());

        var stopping = server.StopAsync();

        Assert.Equal(": 1012 Server is restarting", await client.HearEventAsync());
        Assert.Null(await client.HearAsync());
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Who_does_not_read_costs_a_bounded_queue_and_is_cut_off()
    {
        await using var server = await TransportServer.StartAsync(configure: options => options.SendWait = TimeSpan.FromSeconds(2));
        using var slow = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 8 * 1024 };
        await slow.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Http.Port));
        var body = $$$"""{"query":"subscription { count }","variables":{"to":100000,"bytes":{{{Event}}}}}""";
        _ = await slow.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql/stream HTTP/1.1\r\nHost: {server.Host}\r\nAuthorization: good\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n{body}"));

        await Eventually.IsAsync(() => server.Log.Any(line => line.Contains("SLOW_CONSUMER", StringComparison.Ordinal)), "it is reported");
        await Eventually.IsAsync(() => server.Graph.Running == 0, "its stream is ended");
        Assert.InRange((long)server.Graph.Produced * Event, 1, (1024 * 1024) + (2 * Event) + OnTheWay);
        Assert.DoesNotContain(server.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }
}
