using System.Net.WebSockets;
using AgencyGraph.Transport.Streams;

namespace AgencyGraph.Transport.Sockets;

/// <summary>A message is one text frame, and the end a closing frame.</summary>
internal sealed class SocketWire(WebSocket socket) : IWire
{
    public bool IsOpen => socket.State is WebSocketState.Open or WebSocketState.CloseReceived;

    public ValueTask SendAsync(ReadOnlyMemory<byte> message)
        => socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public Task CloseAsync(ConnectionClose why)
        => socket.CloseOutputAsync((WebSocketCloseStatus)why.Code, why.Reason, CancellationToken.None);

    public void Abort() => socket.Abort();
}
