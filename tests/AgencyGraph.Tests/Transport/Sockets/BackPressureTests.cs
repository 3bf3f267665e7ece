using System.Text.Json;
using AgencyGraph.Tests.Transport.StandIn;

namespace AgencyGraph.Tests.Transport.Sockets;

/// <summary>A client that does not read must cost neither memory nor the others.</summary>
public sealed class BackPressureTests
{
    private const int Event = 16 * 1024;

    /// <summary>What the two kernels and Kestrel hold between the writer and a client that does not read.</summary>
    private const int OnTheWay = 12 * 1024 * 1024;

    [Fact]
    public async Task A_stream_is_not_asked_for_more_than_there_is_room_for()
    {
        await using var server = await TransportServer.StartAsync();
        using var slow = await SlowAsync(server, 100_000, Event);

        var stuck = await WhereItStopsAsync(server);

        Assert.InRange((long)stuck * Event, 1, (1024 * 1024) + (2 * Event) + OnTheWay);
    }

    [Fact]
    public async Task Small_events_are_bounded_by_their_number()
    {
        await using var server = await TransportServer.StartAsync(configure: options => options.QueueBytes = int.MaxValue);
        using var wide = await SlowAsync(server, 100_000, Event);
        var stuck = await WhereItStopsAsync(server);
        Assert.InRange((long)stuck * Event, 256 * Event, (258 * Event) + OnTheWay);
    }

    [Fact]
    public async Task A_slow_reader_gets_everything_in_order_when_it_reads_on()
    {
        const int all = 2000;
        await using var server = await TransportServer.StartAsync();
        using var slow = await SlowAsync(server, all, Event);
        var stuck = await WhereItStopsAsync(server);
        Assert.True(stuck < all);

        for (var number = 1; number <= all; number++)
        {
            var (opcode, payload) = await slow.HearFrameAsync();
            if (opcode == 9)
                (_, payload) = await slow.HearFrameAsync(); // The server asks whether a slow client is still there.
            using var message = JsonDocument.Parse(payload);
            Assert.Equal(number, message.RootElement.GetProperty("payload").GetProperty("data").GetProperty("count").GetInt32());
        }

        Assert.Equal("""{"id":"1","type":"complete"}"""u8.ToArray(), (await slow.HearFrameAsync()).Payload);
    }

    [Fact]
    public async Task A_server_that_stops_sends_what_waits_before_it_closes_with_1012()
    {
        await using var server = await TransportServer.StartAsync();
        using var slow = await SlowAsync(server, 100_000, Event);
        var stuck = await WhereItStopsAsync(server);

        var stopping = server.StopAsync();
        await Eventually.IsAsync(() => server.Graph.Running == 0, "the stream is told");
        var heard = 0;
        var frame = await slow.HearFrameAsync();
        for (; frame.Opcode == 1; frame = await slow.HearFrameAsync())
            heard++;

        Assert.Equal(8, frame.Opcode);
        Assert.Equal(1012, (frame.Payload[0] << 8) + frame.Payload[1]);
        Assert.Equal(stuck - 1, heard); // the last one found no room
        slow.Dispose();
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task One_event_larger_than_the_queue_is_sent_alone()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.SignInAsync(server);
        await client.SubscribeAsync("1", "subscription { count }", """{"to":3,"bytes":3000000}""");
        for (var i = 0; i < 3; i++)
            Assert.True((await client.HearAsync()).Length > 3_000_000);
        Assert.Equal("""{"id":"1","type":"complete"}""", await client.HearAsync());
    }

    [Fact]
    public async Task Who_does_not_read_is_cut_off_and_the_others_notice_nothing()
    {
        await using var server = await TransportServer.StartAsync(configure: options => options.SendWait = TimeSpan.FromSeconds(2));
        using var other = await SocketClient.SignInAsync(server);
        using var slow = await SlowAsync(server, 100_000, Event);
        _ = await WhereItStopsAsync(server);
        await other.SubscribeAsync("q", "{ hello }");
        Assert.Contains("hello", await other.HearAsync(), StringComparison.Ordinal);

        await Eventually.IsAsync(() => server.Log.Any(line => line.Contains("SLOW_CONSUMER", StringComparison.Ordinal)), "the slow one is reported");
        await Eventually.IsAsync(() => server.Graph.Running == 0, "its stream is ended");
        Assert.True(await slow.IsCutAsync());
        Assert.DoesNotContain(server.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_may_complete_a_stream_that_waits_for_room()
    {
        await using var server = await TransportServer.StartAsync();
        using var slow = await SlowAsync(server, 100_000, Event);
        _ = await WhereItStopsAsync(server);
        await slow.SayAsync("""{"type":"complete","id":"1"}""");
        await Eventually.IsAsync(() => server.Graph.Running == 0, "the stream was stopped while its client did not read");
    }

    private static async Task<RawSocket> SlowAsync(TransportServer server, int to, int bytes)
    {
        var slow = await RawSocket.OpenAsync(server);
        await slow.SayAsync("""{"type":"connection_init","payload":{"token":"good"}}""");
        _ = await slow.HearFrameAsync();
        await slow.SayAsync(
            $$$$"""{"id":"1","type":"subscribe","payload":{"query":"subscription { count }","variables":{"to":{{{{to}}}},"bytes":{{{{bytes}}}}}}}""");
        return slow;
    }

    /// <summary>How many events were produced when no more are.</summary>
    private static async Task<int> WhereItStopsAsync(TransportServer server)
    {
        var last = -1;
        await Eventually.IsAsync(() => server.Graph.Produced > 0, "the stream begins");
        while (last != server.Graph.Produced)
        {
            last = server.Graph.Produced;
            await Task.Delay(500);
        }

        return last;
    }
}
