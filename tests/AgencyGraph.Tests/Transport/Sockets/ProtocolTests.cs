using System.Net.WebSockets;
using AgencyGraph.Tests.Transport.StandIn;

namespace AgencyGraph.Tests.Transport.Sockets;

public sealed class ProtocolTests : IAsyncLifetime
{
    private TransportServer server = null!; // InitializeAsync

    public async Task InitializeAsync() => server = await TransportServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Without_the_subprotocol_the_socket_is_closed_with_4406(string? subprotocol)
    {
        // A client that offers only others ends the handshake itself when none is chosen: that is .NET's right.
        if (subprotocol is null)
        {
            using var client = await SocketClient.ConnectAsync(server, subprotocol);
            Assert.Equal(4406, (await client.HearCloseAsync()).Code);
        }
        else
        {
            using var raw = await RawSocket.OpenAsync(server, $"Sec-WebSocket-Protocol: {subprotocol}\r\n");
            Assert.Equal(4406, await raw.HearCloseCodeAsync());
        }
    }

    [Fact]
    public async Task The_subprotocol_is_chosen_among_others()
    {
        using var raw = await RawSocket.OpenAsync(server, "Sec-WebSocket-Protocol: graphql-ws, graphql-transport-ws\r\n");
        Assert.Contains("Sec-WebSocket-Protocol: graphql-transport-ws", raw.Handshake, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"start"}""")]
    [InlineData("""{"type":"ping","type":"pong"}""")]
    [InlineData("""{"type":"ping","payload":1}""")]
    [InlineData("""{"type":"ping","payload":{"half":"\ud800"}}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":[]}}""")]
    public async Task Garbage_closes_the_socket_with_4400(string text)
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SayAsync(text);
        Assert.Equal(4400, (await client.HearCloseAsync()).Code);
    }

    [Fact]
    public async Task A_binary_message_closes_the_socket_with_4400()
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SayAsync("""{"type":"ping"}"""u8.ToArray(), WebSocketMessageType.Binary);
        Assert.Equal(4400, (await client.HearCloseAsync()).Code);
    }

    [Fact]
    public async Task Subscribing_before_the_acknowledgement_closes_the_socket_with_4401()
    {
        using var client = await SocketClient.ConnectAsync(server);
        await client.SubscribeAsync("1", "{ hello }");
        Assert.Equal(4401, (await client.HearCloseAsync()).Code);
    }

    [Fact]
    public async Task Subscribing_while_sign_in_is_under_way_closes_the_socket_with_4401()
    {
        using var client = await SocketClient.ConnectAsync(server);
        await client.SayAsync("""{"type":"connection_init","payload":{"token":"endless"}}""");
        await client.SubscribeAsync("1", "{ hello }");
        Assert.Equal(4401, (await client.HearCloseAsync()).Code);
    }

    [Theory]
    [InlineData("""{"type":"connection_init"}""")]
    [InlineData("""{"type":"connection_init","payload":null}""")]
    [InlineData("""{"type":"connection_init","payload":{"token":"bad"}}""")]
    public async Task A_refused_sign_in_closes_the_socket_with_4403(string init)
    {
        using var client = await SocketClient.ConnectAsync(server);
        await client.SayAsync(init);
        Assert.Equal((4403, "Forbidden"), await client.HearCloseAsync());
    }

    [Fact]
    public async Task A_failing_sign_in_closes_the_socket_with_a_code_that_clients_try_again_after()
    {
        using var client = await SocketClient.ConnectAsync(server);
        await client.SayAsync("""{"type":"connection_init","payload":{"token":"broken"}}""");
        Assert.Equal(1013, (await client.HearCloseAsync()).Code);
        Assert.DoesNotContain(server.Log, line => line.Contains(StandInGraph.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_init_closes_the_socket_with_4429()
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SayAsync("""{"type":"connection_init","payload":{"token":"good"}}""");
        Assert.Equal(4429, (await client.HearCloseAsync()).Code);
    }

    [Fact]
    public async Task An_id_in_use_closes_the_socket_with_4409()
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SubscribeAsync("same", "subscription { never }");
        _ = await client.HearAsync();
        await client.SubscribeAsync("same", "{ hello }");
        Assert.Equal(4409, (await client.HearCloseAsync()).Code);
        await Eventually.IsAsync(() => server.Graph.Running == 0, "the stream was ended with its socket");
    }

    [Fact]
    public async Task A_message_may_have_128_KiB_and_one_byte_more_closes_the_socket_with_1009()
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SayAsync(Padded(128 * 1024));
        Assert.StartsWith("""{"type":"pong","payload":{"pad":"xxx""", await client.HearAsync(), StringComparison.Ordinal);

        await client.SayAsync(Padded((128 * 1024) + 1));
        Assert.Equal(1009, (await client.HearCloseAsync()).Code);
    }

    [Fact]
    public async Task A_ping_is_answered_before_and_after_sign_in_with_its_payload()
    {
        using var client = await SocketClient.ConnectAsync(server);
        await client.SayAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.HearAsync());
        await client.SayAsync("""{"type":"connection_init","payload":{"token":"good"}}""");
        _ = await client.HearAsync();
        await client.SayAsync("""{"type":"pong"}""");
        await client.SayAsync("""{"type":"ping","payload":{"at": 1}}""");
        Assert.Equal("""{"type":"pong","payload":{"at": 1}}""", await client.HearAsync());
    }

    [Fact]
    public async Task A_stream_is_sent_event_by_event_and_completed_and_its_id_is_free_again()
    {
        using var client = await SocketClient.SignInAsync(server);
        for (var round = 0; round < 50; round++)
        {
            await client.SubscribeAsync("wörld \\\" 1", "subscription { count }", """{"to":2}""");
            Assert.Equal("""{"id":"w\u00F6rld \u0022 1","type":"next","payload":{"data":{"count":1,"pad":""}}}""", await client.HearAsync());
            Assert.Equal(2, (await client.HearJsonAsync()).GetProperty("payload").GetProperty("data").GetProperty("count").GetInt32());
            Assert.Equal("""{"id":"w\u00F6rld \u0022 1","type":"complete"}""", await client.HearAsync());
        }
    }

    [Theory]
    [InlineData("{ hello }", """{"data":{"hello":"wörld"}}""")]
    [InlineData("{ partly }", """{"data":{"partly":null},"errors":[{"message":"Not there.","path":["partly"]}]}""")]
    public async Task A_query_is_one_result_and_complete(string query, string result)
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SubscribeAsync("q", query);
        Assert.Equal($$"""{"id":"q","type":"next","payload":{{result}}}""", await client.HearAsync());
        Assert.Equal("""{"id":"q","type":"complete"}""", await client.HearAsync());
    }

    [Theory]
    [InlineData("{ wrong }", """[{"message":"Wrong.","extensions":{"code":"VALIDATION"}}]""")]
    [InlineData("{ forbidden }", """[{"message":"Not for you.","extensions":{"code":"FORBIDDEN"}}]""")]
    [InlineData("subscription { wrong }", """[{"message":"Wrong.","extensions":{"code":"CURSOR_INVALID"}}]""")]
    public async Task What_is_refused_ends_with_an_error_message(string query, string errors)
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SubscribeAsync("q", query);
        Assert.Equal($$"""{"id":"q","type":"error","payload":{{errors}}}""", await client.HearAsync());
        await client.SubscribeAsync("q", "{ hello }");
        Assert.Equal("next", (await client.HearJsonAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_stream_that_is_refused_after_it_was_opened_ends_with_the_code()
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SubscribeAsync("r", "subscription { refused }");
        _ = await client.HearAsync();
        Assert.Equal(
            """{"id":"r","type":"error","payload":[{"message":"Ask for less.","extensions":{"code":"INVALID_INPUT"}}]}""", await client.HearAsync());
    }

    [Theory]
    [InlineData("{ fault }", 0)]
    [InlineData("subscription { fault }", 1)]
    public async Task A_fault_ends_its_operation_and_not_the_socket(string query, int eventsBefore)
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SubscribeAsync("f", query);
        for (var i = 0; i < eventsBefore; i++)
            _ = await client.HearAsync();
        var message = await client.HearAsync();
        Assert.Contains("\"code\":\"INTERNAL\"", message, StringComparison.Ordinal);
        Assert.DoesNotContain(StandInGraph.Secret, message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Log, line => line.Contains(StandInGraph.Secret, StringComparison.Ordinal));
        await client.SayAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.HearAsync());
    }

    [Fact]
    public async Task A_variable_outlives_the_message_it_came_in()
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SubscribeAsync("1", "{ echo }", """{"name":"first"}""");
        await client.SayAsync("""{"type":"ping","payload":{"name":"other"}}""");
        var heard = $"{await client.HearAsync()}{await client.HearAsync()}{await client.HearAsync()}";
        Assert.Contains("""{"data":{"echo":{"name":"first"}}}""", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_the_client_completes_is_stopped_and_says_nothing_more()
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SubscribeAsync("1", "subscription { never }");
        _ = await client.HearAsync();
        await client.SayAsync("""{"type":"complete","id":"1"}""");
        await Eventually.IsAsync(() => server.Graph.Running == 0, "the stream was stopped");

        await client.SayAsync("""{"type":"complete","id":"1"}""");
        await client.SubscribeAsync("1", "{ hello }");
        Assert.Contains("hello", await client.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operation_after_the_hundredth_is_refused_until_one_ends()
    {
        using var client = await SocketClient.SignInAsync(server);
        for (var i = 0; i < 100; i++)
        {
            await client.SubscribeAsync($"s{i}", "subscription { never }");
            _ = await client.HearAsync();
        }

        await client.SubscribeAsync("more", "{ hello }");
        Assert.Contains("\"code\":\"TOO_MANY_OPERATIONS\"", await client.HearAsync(), StringComparison.Ordinal);

        await client.SayAsync("""{"type":"complete","id":"s7"}""");
        await Eventually.IsAsync(() => server.Graph.Running == 99, "one stream was stopped");
        await Task.Delay(50);
        await client.SubscribeAsync("more", "{ hello }");
        Assert.Contains("hello", await client.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_the_server_ends_closes_the_socket_with_its_code()
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SubscribeAsync("other", "subscription { never }");
        _ = await client.HearAsync();
        await client.SubscribeAsync("1", "subscription { revoked }");
        (int Code, string? Reason) closed;
        try
        {
            closed = await client.HearCloseAsync();
        }
        catch (Xunit.Sdk.TrueException)
        {
            // The event before may have left already, or be dropped with the rest of the queue.
            closed = await client.HearCloseAsync();
        }

        Assert.Equal((4403, "Access revoked"), closed);
        await Eventually.IsAsync(() => server.Graph.Running == 0, "the other stream was ended too");
    }

    [Fact]
    public async Task A_client_that_closes_ends_its_streams()
    {
        using var client = await SocketClient.SignInAsync(server);
        await client.SubscribeAsync("1", "subscription { never }");
        _ = await client.HearAsync();
        await client.CloseAsync();
        await Eventually.IsAsync(() => server.Graph.Running == 0, "the stream was ended");
        Assert.DoesNotContain(server.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_vanishes_ends_its_streams()
    {
        using (var client = await SocketClient.SignInAsync(server))
        {
            await client.SubscribeAsync("1", "subscription { never }");
            _ = await client.HearAsync();
        }

        await Eventually.IsAsync(() => server.Graph.Running == 0, "the stream was ended");
        Assert.DoesNotContain(server.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static string Padded(int bytes)
    {
        const string start = """{"type":"ping","payload":{"pad":""";
        return $"{start}\"{new string('x', bytes - start.Length - 4)}\"}}}}";
    }
}
