using System.Buffers;
using System.Net.WebSockets;

namespace AgencyGraph.Transport.Sockets;

/// <summary>Whole messages out of a socket. An idle socket holds no buffer.</summary>
internal sealed class MessageReader(WebSocket socket, int maxBytes) : IDisposable
{
    private const int FirstBuffer = 4096;

    private byte[] buffer = [];

    public enum Kind { Text, Binary, TooBig, Closed }

    /// <summary>Waits for the beginning of the next message.</summary>
    public ValueTask<ValueWebSocketReceiveResult> BeginAsync(CancellationToken cancellationToken)
        => socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken);

    /// <summary>The message that has begun. The text may be read until <see cref="Release"/>.</summary>
    public async ValueTask<(Kind Kind, ReadOnlyMemory<byte> Text)> ReadAsync(ValueWebSocketReceiveResult part, CancellationToken cancellationToken)
    {
        var used = 0;
        while (part.MessageType != WebSocketMessageType.Close && !part.EndOfMessage)
        {
            if (used == buffer.Length)
                Grow();
            part = await socket.ReceiveAsync(buffer.AsMemory(used), cancellationToken);
            used += part.Count;
            if (used > maxBytes)
                return (Kind.TooBig, default);
        }

        return part.MessageType switch
        {
            WebSocketMessageType.Close => (Kind.Closed, default),
            WebSocketMessageType.Binary => (Kind.Binary, default),
            _ => (Kind.Text, buffer.AsMemory(0, used)),
        };
    }

    public void Release()
    {
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    public void Dispose() => Release();

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length == 0 ? FirstBuffer : buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        Release();
        buffer = larger;
    }
}
