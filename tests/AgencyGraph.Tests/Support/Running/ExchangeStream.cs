using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace AgencyGraph.Tests.Support.Running;

/// <summary>One subscription on a socket of its own (graphql-transport-ws).</summary>
public sealed class ExchangeStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket socket;
    private readonly Channel<JsonNode> payloads = Channel.CreateUnbounded<JsonNode>();
    private readonly TaskCompletionSource pong = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task reading = Task.CompletedTask;

    private ExchangeStream(ClientWebSocket socket) => this.socket = socket;

    /// <summary>The messages that hold an update or an error, as they arrive; it ends with the subscription.</summary>
    public ChannelReader<JsonNode> Payloads => payloads.Reader;

    /// <summary>Whether anything has come, or the subscription has ended.</summary>
    public bool HasHeard => payloads.Reader.TryPeek(out _) || payloads.Reader.Completion.IsCompleted;

    /// <summary>Whether something has come that was not taken yet.</summary>
    public bool HasUpdate => payloads.Reader.TryPeek(out _);

    /// <summary>When this is done the exchange has read the subscription; it has not necessarily opened it yet.</summary>
    public static async Task<ExchangeStream> OpenAsync(Uri address, ExchangeCaller caller, object payload)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        using var limit = new CancellationTokenSource(Patience);
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws" }.Uri, limit.Token);
        var stream = new ExchangeStream(socket);
        await stream.SayAsync(new { type = "connection_init", payload = new { Authorization = $"Bearer {caller.Token}", purpose = caller.Purpose } });
        var answer = await stream.HearAsync(limit.Token);
        Assert.Equal("connection_ack", answer?["type"]?.GetValue<string>());
        await stream.SayAsync(new { id = "1", type = "subscribe", payload });
        await stream.SayAsync(new { type = "ping" });
        stream.reading = stream.ReadAsync();
        await stream.pong.Task.WaitAsync(Patience);
        return stream;
    }

    /// <summary>The next message with an update or an error.</summary>
    public async Task<JsonNode> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await payloads.Reader.ReadAsync(limit.Token);
    }

    /// <summary>How the server closed the socket.</summary>
    public async Task<(int Code, string? Reason)> ClosedAsync()
    {
        await reading.WaitAsync(Patience);
        return ((int?)socket.CloseStatus ?? 0, socket.CloseStatusDescription);
    }

    public async ValueTask DisposeAsync()
    {
        if (socket.State == WebSocketState.Open)
        {
            using var limit = new CancellationTokenSource(Patience);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
        }

        await reading.WaitAsync(Patience);
        socket.Dispose();
    }

    private async Task ReadAsync()
    {
        Exception? failure = null;
        try
        {
            while (await HearAsync(CancellationToken.None) is { } message)
                Take(message);
        }
        catch (Exception broken) when (broken is WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            failure = broken;
        }

        _ = pong.TrySetResult();
        _ = payloads.Writer.TryComplete(failure);
    }

    private void Take(JsonNode message)
    {
        switch (message["type"]?.GetValue<string>())
        {
            case "pong":
                _ = pong.TrySetResult();
                break;
            case "complete":
                _ = payloads.Writer.TryComplete();
                break;
            case "next" or "error":
                _ = payloads.Writer.TryWrite(message["payload"] ?? throw new InvalidOperationException(message.ToJsonString()));
                break;
            default:
                break;
        }
    }

    private async Task SayAsync(object message)
    {
        using var limit = new CancellationTokenSource(Patience);
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
    }

    private async Task<JsonNode?> HearAsync(CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
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
}
