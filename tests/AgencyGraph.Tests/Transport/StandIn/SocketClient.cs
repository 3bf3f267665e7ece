using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace AgencyGraph.Tests.Transport.StandIn;

/// <summary>A client that says exactly what a test tells it to, right or wrong.</summary>
internal sealed class SocketClient(ClientWebSocket socket) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string? Subprotocol => socket.SubProtocol;

    public static Task<SocketClient> ConnectAsync(TransportServer server, string? subprotocol = "graphql-transport-ws", string? origin = null)
        => ConnectAsync(server.Socket, subprotocol, origin);

    public static async Task<SocketClient> ConnectAsync(
        Uri address, string? subprotocol = "graphql-transport-ws", string? origin = null, Action<ClientWebSocketOptions>? configure = null)
    {
        var socket = new ClientWebSocket();
        configure?.Invoke(socket.Options);
        if (subprotocol is not null)
            socket.Options.AddSubProtocol(subprotocol);
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        using var limit = new CancellationTokenSource(Patience);
        await socket.ConnectAsync(address, limit.Token);
        return new SocketClient(socket);
    }

    public static async Task<SocketClient> SignInAsync(TransportServer server, string token = "good")
    {
        var client = await ConnectAsync(server);
        await client.SayAsync($$$"""{"type":"connection_init","payload":{"token":"{{{token}}}"}}""");
        Assert.Equal("""{"type":"connection_ack"}""", await client.HearAsync());
        return client;
    }

    public Task SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public async Task SayAsync(byte[] bytes, WebSocketMessageType type)
    {
        using var limit = new CancellationTokenSource(Patience);
        await socket.SendAsync(bytes, type, endOfMessage: true, limit.Token);
    }

    public Task SubscribeAsync(string id, string query, string variables = "{}")
        => SayAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}","variables":{{{variables}}}}}""");

    /// <summary>The next message, to the letter.</summary>
    public async Task<string> HearAsync() => await ReceiveAsync() ?? throw new InvalidOperationException($"Closed: {socket.CloseStatus} {socket.CloseStatusDescription}");

    public async Task<JsonElement> HearJsonAsync()
    {
        using var document = JsonDocument.Parse(await HearAsync());
        return document.RootElement.Clone();
    }

    /// <summary>The closing frame, which must come next.</summary>
    public async Task<(int Code, string? Reason)> HearCloseAsync()
    {
        var message = await ReceiveAsync();
        Assert.True(message is null, $"A message came before the closing frame: {message}");
        return ((int)socket.CloseStatus!.Value, socket.CloseStatusDescription);
    }

    public async Task CloseAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
    }

    public void Dispose() => socket.Dispose();

    private async Task<string?> ReceiveAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, limit.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                if (socket.State == WebSocketState.CloseReceived)
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
                return null;
            }

            await text.WriteAsync(buffer.AsMemory(0, part.Count), limit.Token);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(text.ToArray());
        }
    }
}
