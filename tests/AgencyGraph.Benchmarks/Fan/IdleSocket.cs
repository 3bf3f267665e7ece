using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace AgencyGraph.Benchmarks.Fan;

/// <summary>One WebSocket with as little client behind it as can be; it notes when a frame with an update came.</summary>
internal sealed class IdleSocket : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private static readonly byte[] Update = "\"type\":\"next\""u8.ToArray();

    private readonly byte[] buffer = new byte[4096];

    /// <param name="from">One of this machine's own addresses; null for the usual.</param>
    /// <param name="receiveBuffer">How many bytes the kernel takes for it; null for the usual.</param>
    public static async Task<IdleSocket> OpenAsync(Uri address, string path, string? from = null, int? receiveBuffer = null)
    {
        var opened = new IdleSocket();
        if (receiveBuffer is { } bytes)
            opened.socket.ReceiveBufferSize = bytes;
        if (from is not null)
            opened.socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await opened.socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(address.Host), address.Port));
        var head = $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\nSec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r\n\r\n";
        _ = await opened.socket.SendAsync(Encoding.ASCII.GetBytes(head));
        await opened.AwaitAsync("101 Switching"u8.ToArray());
        return opened;
    }

    public async Task SubscribeAsync(string token, string document)
    {
        await SendAsync(new { type = "connection_init", payload = new { Authorization = $"Bearer {token}", purpose = "SAFEGUARDING" } });
        await AwaitAsync("connection_ack"u8.ToArray());
        await SendAsync(new { id = "1", type = "subscribe", payload = new { query = document } });
    }

    /// <returns>When the update came, and with how many bytes.</returns>
    public async Task<(long At, int Bytes)> UpdateAsync()
    {
        var bytes = await AwaitAsync(Update);
        return (Stopwatch.GetTimestamp(), bytes);
    }

    /// <summary>Reads, having read nothing for long, what is on its way, until the server's closing is met or nothing more comes.</summary>
    /// <returns>How many updates were.</returns>
    public async Task<int> UpdatesLeftAsync(TimeSpan silence)
    {
        var (text, count) = (new MemoryStream(), 0);
        try
        {
            while (await socket.ReceiveAsync(buffer).WaitAsync(silence) is > 0 and var got)
                text.Write(buffer, 0, got);
        }
        catch (Exception over) when (over is SocketException or TimeoutException)
        {
            // The server let go of it, or has nothing more for it.
        }

        for (var rest = text.GetBuffer().AsSpan(0, (int)text.Length); rest.IndexOf(Update) is >= 0 and var at; count++)
            rest = rest[(at + Update.Length)..];
        return count;
    }

    public void Dispose() => socket.Dispose();

    private async Task<int> AwaitAsync(byte[] words)
    {
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer);
            if (got == 0)
                throw new InvalidOperationException("The server closed a socket.");
            if (buffer.AsSpan(0, got).IndexOf(words) >= 0)
                return got;
        }
    }

    /// <summary>Masked with zeros, which changes nothing.</summary>
    private async Task SendAsync(object message)
    {
        const int Head = 8;
        var text = JsonSerializer.SerializeToUtf8Bytes(message);
        var frame = new byte[Head + text.Length];
        (frame[0], frame[1]) = (0x81, 0x80 | 126);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)text.Length);
        text.CopyTo(frame, Head);
        _ = await socket.SendAsync(frame);
    }
}
