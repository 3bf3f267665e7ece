using AgencyGraph.Tests.Transport.StandIn;
using Microsoft.Extensions.Time.Testing;

namespace AgencyGraph.Tests.Transport.Sockets;

public sealed class EndingTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(null)]
    [InlineData("""{"type":"connection_init","payload":{"token":"endless"}}""")]
    public async Task Who_is_not_signed_in_after_5_seconds_is_closed_with_4408(string? init)
    {
        await using var server = await TransportServer.StartAsync(clock);
        using var client = await SocketClient.ConnectAsync(server);
        if (init is not null)
            await client.SayAsync(init);
        await StillThereAsync(client);

        clock.Advance(TimeSpan.FromMilliseconds(4999));
        await StillThereAsync(client);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(4408, (await client.HearCloseAsync()).Code);
    }

    [Fact]
    public async Task Who_is_signed_in_is_not_waited_for()
    {
        await using var server = await TransportServer.StartAsync(clock);
        using var client = await SocketClient.SignInAsync(server);
        clock.Advance(TimeSpan.FromMinutes(5));
        await StillThereAsync(client);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(100 * 24 * 3600)]
    public async Task The_socket_is_closed_with_4403_at_the_instant_the_token_expires(int seconds)
    {
        await using var server = await TransportServer.StartAsync(clock);
        server.SignIn.Lifetime = TimeSpan.FromSeconds(seconds);
        using var client = await SocketClient.SignInAsync(server);
        await client.SubscribeAsync("1", "subscription { never }");
        _ = await client.HearAsync();

        await AdvanceAsync(client, TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        await StillThereAsync(client);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((4403, "Token expired"), await client.HearCloseAsync());
        await Eventually.IsAsync(() => server.Graph.Running == 0, "the stream was ended");
    }

    [Fact]
    public async Task A_token_that_has_expired_already_is_not_acknowledged()
    {
        await using var server = await TransportServer.StartAsync(clock);
        server.SignIn.Lifetime = TimeSpan.Zero;
        using var client = await SocketClient.ConnectAsync(server);
        await client.SayAsync("""{"type":"connection_init","payload":{"token":"good"}}""");
        Assert.Equal(4403, (await client.HearCloseAsync()).Code);
    }

    [Fact]
    public async Task On_the_real_clock_nothing_is_sent_after_expiry()
    {
        await using var server = await TransportServer.StartAsync();
        server.SignIn.Lifetime = TimeSpan.FromSeconds(1);
        using var client = await SocketClient.SignInAsync(server);
        var expires = DateTimeOffset.UtcNow.AddSeconds(1);
        await client.SubscribeAsync("1", "subscription { count }", """{"to":100000000}""");
        var events = 0;
        (int Code, string? Reason)? closed = null;
        while (closed is null)
        {
            try
            {
                closed = await client.HearCloseAsync();
            }
            catch (Xunit.Sdk.TrueException)
            {
                events++;
            }
        }

        Assert.Equal(4403, closed.Value.Code);
        Assert.True(events > 100, $"only {events} events");
        Assert.True(DateTimeOffset.UtcNow >= expires.AddMilliseconds(-100), "It was closed before its time.");
        // What was sent before may be read later.
        Assert.InRange(server.Graph.LastProducedAt, DateTimeOffset.MinValue, expires.AddSeconds(2));
    }

    [Fact]
    public async Task A_server_that_stops_tells_its_streams_sends_what_they_say_and_closes_with_1012()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.SignInAsync(server);
        using var idle = await SocketClient.ConnectAsync(server);
        await client.SubscribeAsync("1", "subscription { never }");
        await client.SubscribeAsync("2", "subscription { never }");
        _ = await client.HearAsync();
        _ = await client.HearAsync();

        var stopping = server.StopAsync();

        Assert.Equal(1012, (await client.HearCloseAsync()).Code);
        Assert.Equal(1012, (await idle.HearCloseAsync()).Code);
        Assert.Equal(0, server.Graph.Running);
        await stopping.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private async Task AdvanceAsync(SocketClient client, TimeSpan span)
    {
        // The server waits an hour at most and looks at the clock again; each wait must be set before the clock moves on.
        for (var step = TimeSpan.FromDays(10); span > TimeSpan.Zero; span -= step)
        {
            clock.Advance(span < step ? span : step);
            await StillThereAsync(client);
            await Task.Delay(20);
        }
    }

    private static async Task StillThereAsync(SocketClient client)
    {
        await client.SayAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.HearAsync());
    }
}
