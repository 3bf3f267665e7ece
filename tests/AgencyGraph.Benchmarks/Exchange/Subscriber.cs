using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace AgencyGraph.Benchmarks.Exchange;

/// <summary>One subscription over graphql-transport-ws on a socket of its own, which notes when each incident came.</summary>
internal sealed class Subscriber(string agency, string? worker) : IAsyncDisposable
{
    private const int MaxFrameBytes = 64 * 1024;

    private readonly ClientWebSocket socket = new();
    private readonly List<(int Number, long At)> arrivals = [];
    private readonly CancellationTokenSource stop = new();
    private Task reading = Task.CompletedTask;
    private int heard;

    public string Agency => agency;

    /// <summary>The social worker's subject; null for those who see all that their council sees.</summary>
    public string? Worker => worker;

    /// <summary>By incident number, when its frame came. Read it once the subscriber is disposed.</summary>
    public IReadOnlyList<(int Number, long At)> Arrivals => arrivals;

    /// <summary>How many have come. May be asked at any time.</summary>
    public int Heard => Volatile.Read(ref heard);

    public async Task OpenAsync(Uri address, string token, string document)
    {
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(new Uri(address, "graphql")) { Scheme = "ws" }.Uri, stop.Token);
        await SendAsync(new { type = "connection_init", payload = new { Authorization = $"Bearer {token}", purpose = "SAFEGUARDING" } });
        var buffer = new byte[MaxFrameBytes];
        var first = await socket.ReceiveAsync(buffer.AsMemory(), stop.Token);
        if (!Encoding.UTF8.GetString(buffer.AsSpan(0, first.Count)).Contains("connection_ack", StringComparison.Ordinal))
            throw new InvalidOperationException("The server did not acknowledge the connection.");
        await SendAsync(new { id = "1", type = "subscribe", payload = new { query = document } });
        reading = ReadAsync(buffer);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        socket.Dispose();
        stop.Dispose();
    }

    private async Task ReadAsync(byte[] buffer)
    {
        var length = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), stop.Token);
                length += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                    throw new InvalidOperationException($"The server closed a stream: {socket.CloseStatus}.");
                if (part.EndOfMessage)
                {
                    Note(buffer.AsSpan(0, length), Stopwatch.GetTimestamp());
                    length = 0;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The benchmark is over.
        }
    }

    private void Note(ReadOnlySpan<byte> frame, long at)
    {
        if (frame.IndexOf("\"type\":\"next\""u8) < 0)
        {
            if (frame.IndexOf("\"type\":\"ping\""u8) < 0)
                throw new InvalidOperationException($"The server sent: {Encoding.UTF8.GetString(frame)}");
            return;
        }

        if (LiveIncident.NumberIn(frame) is { } number)
            arrivals.Add((number, at));
        Volatile.Write(ref heard, arrivals.Count);
    }

    private Task SendAsync(object message)
        => socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, stop.Token);
}
