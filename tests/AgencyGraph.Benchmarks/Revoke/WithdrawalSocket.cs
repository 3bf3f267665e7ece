using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace AgencyGraph.Benchmarks.Revoke;

/// <summary>One subscription that notes when it was last told of each record, and when it was told that the record is withdrawn.</summary>
internal sealed class WithdrawalSocket : IAsyncDisposable
{
    private const string Document = """
        subscription { updates { __typename ... on IncidentRecorded { incident { id } } ... on IncidentWithheld { incident { id } }
          ... on RecordVisible { record { id } } ... on RecordWithdrawn { handle } } }
        """;

    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> withdrawn = new();
    private Task reading = Task.CompletedTask;
    private int late;

    /// <summary>Frames about a record after the one that withdrew it.</summary>
    public int Late => Volatile.Read(ref late);

    /// <summary>When the record was withdrawn.</summary>
    public Task<long> WithdrawnAsync(string id) => Of(id).Task;

    public async Task OpenAsync(Uri address, string token)
    {
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(new Uri(address, "graphql")) { Scheme = "ws" }.Uri, stop.Token);
        await SayAsync(new { type = "connection_init", payload = new { Authorization = $"Bearer {token}", purpose = "SAFEGUARDING" } });
        var acknowledgement = await socket.ReceiveAsync(new byte[1024].AsMemory(), stop.Token);
        if (acknowledgement.MessageType == WebSocketMessageType.Close)
            throw new InvalidOperationException("The server did not acknowledge the connection.");
        await SayAsync(new { id = "1", type = "subscribe", payload = new { query = Document } });
        reading = ReadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        socket.Dispose();
        stop.Dispose();
    }

    private TaskCompletionSource<long> Of(string id)
        => withdrawn.GetOrAdd(id, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), stop.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                    throw new InvalidOperationException($"The server closed the stream: {socket.CloseStatus}.");
                Note(Encoding.UTF8.GetString(buffer.AsSpan(0, part.Count)), Stopwatch.GetTimestamp());
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The benchmark is over.
        }
    }

    private void Note(string frame, long at)
    {
        using var message = JsonDocument.Parse(frame);
        if (!message.RootElement.TryGetProperty("payload", out var payload) || !payload.TryGetProperty("data", out var data))
            return;
        var update = data.GetProperty("updates");
        if (update.TryGetProperty("handle", out var handle))
            Of(handle.GetString()!).TrySetResult(at); // A withdrawal has one.
        else if (Record(update) is { } id && Of(id).Task.IsCompleted)
            Interlocked.Increment(ref late);
    }

    private static string? Record(JsonElement update)
        => update.TryGetProperty("incident", out var record) || update.TryGetProperty("record", out record) ? record.GetProperty("id").GetString() : null;

    private Task SayAsync(object message) => socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, stop.Token);
}
