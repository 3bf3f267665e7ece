using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support.Running;

namespace AgencyGraph.Tests.Endurance;

/// <summary>A client that reads one update after the other when it is told to, and otherwise nothing: what is sent to it meanwhile waits at the server.</summary>
internal sealed class StallingReader : IAsyncDisposable
{
    private const string Data = "data: {";
    private const int SmallBuffer = 8 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpMessageInvoker http;
    private readonly ClientWebSocket? socket;
    private readonly StreamReader? events;

    private StallingReader(HttpMessageInvoker http, ClientWebSocket? socket, StreamReader? events) => (this.http, this.socket, this.events) = (http, socket, events);

    public static async Task<StallingReader> OpenAsync(Uri exchange, ExchangeCaller caller, StreamWay way, string query, string after)
    {
        var http = new HttpMessageInvoker(new SocketsHttpHandler { ConnectCallback = ConnectAsync, UseProxy = false });
        var payload = new { query, variables = new { after } };
        using var limit = new CancellationTokenSource(Patience);
        if (way == StreamWay.Socket)
            return new StallingReader(http, await OpenSocketAsync(http, exchange, caller, payload, limit.Token), null);

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(exchange, "/graphql/stream")) { Content = JsonContent.Create(payload) };
        request.Headers.Authorization = new("Bearer", caller.Token);
        request.Headers.Add("X-Purpose", caller.Purpose);
        request.Headers.Accept.ParseAdd("text/event-stream");
        var answer = await http.SendAsync(request, limit.Token);
        return new StallingReader(http, null, new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token)));
    }

    /// <summary>The next update; null once the connection is gone.</summary>
    public async Task<JsonNode?> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return socket is not null ? await HearAsync(socket, limit.Token) : await HearAsync(events!, limit.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync()
    {
        socket?.Dispose();
        events?.Dispose();
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext to, CancellationToken cancellationToken)
    {
        var tcp = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = SmallBuffer };
        await tcp.ConnectAsync(to.DnsEndPoint, cancellationToken);
        return new NetworkStream(tcp, ownsSocket: true);
    }

    private static async Task<ClientWebSocket> OpenSocketAsync(
        HttpMessageInvoker http, Uri exchange, ExchangeCaller caller, object payload, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(new Uri(exchange, "/graphql")) { Scheme = "ws" }.Uri, http, cancellationToken);
        await SayAsync(new { type = "connection_init", payload = new { Authorization = $"Bearer {caller.Token}", purpose = caller.Purpose } });
        Assert.Equal("connection_ack", (await HearMessageAsync(socket, cancellationToken))?["type"]?.GetValue<string>());
        await SayAsync(new { id = "1", type = "subscribe", payload });
        return socket;

        Task SayAsync(object message)
            => socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
    }

    private static async Task<JsonNode?> HearAsync(ClientWebSocket socket, CancellationToken cancellationToken)
        => (await HearMessageAsync(socket, cancellationToken))?["payload"]?["data"]?["updates"];

    private static async Task<JsonNode?> HearMessageAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[SmallBuffer];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return JsonNode.Parse(text.ToArray());
        }
    }

    private static async Task<JsonNode?> HearAsync(StreamReader events, CancellationToken cancellationToken)
    {
        while (await events.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Data, StringComparison.Ordinal))
                return JsonNode.Parse(line[(Data.Length - 1)..])?["data"]?["updates"];
        }

        return null;
    }
}
