using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace AgencyGraph.Benchmarks.Limit;

/// <summary>The same bytes to each open socket, one after the other: as little as a push can be.</summary>
internal sealed class LimitFan
{
    private readonly ConcurrentBag<WebSocket> sockets = [];

    public async Task HoldAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync("graphql-transport-ws");
        sockets.Add(socket);
        // Zero bytes: an idle socket holds no buffer.
        _ = await socket.ReceiveAsync(Memory<byte>.Empty, context.RequestAborted);
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async Task SendAsync(int bytes)
    {
        var frame = new byte[bytes];
        frame.AsSpan().Fill((byte)'x');
        "\"type\":\"next\""u8.CopyTo(frame);
        foreach (var socket in sockets)
            await socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Text, true, CancellationToken.None);
    }
}
