using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AgencyGraph.Tests.Transport.StandIn;

/// <summary>A WebSocket byte by byte: for what no well-behaved client does. Reads only what it is told to.</summary>
internal sealed class RawSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket tcp;
    private readonly NetworkStream stream;

    private RawSocket(Socket tcp)
    {
        this.tcp = tcp;
        stream = new NetworkStream(tcp);
    }

    public string Handshake { get; private set; } = "";

    public static async Task<RawSocket> OpenAsync(TransportServer server, string headers = "Sec-WebSocket-Protocol: graphql-transport-ws\r\n")
    {
        var tcp = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 8 * 1024 };
        await tcp.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Http.Port));
        var raw = new RawSocket(tcp);
        await raw.stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /graphql HTTP/1.1\r\nHost: {server.Host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + $"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n{headers}\r\n"));
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            _ = head.Append((char)(await raw.ReadAsync(1))[0]);
        raw.Handshake = head.ToString();
        return raw;
    }

    /// <summary>A text frame, masked with zeros.</summary>
    public async Task SayAsync(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        var frame = new byte[8 + payload.Length];
        frame[0] = 0x81;
        frame[1] = 0x80 | 126;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
        payload.CopyTo(frame, 8);
        await stream.WriteAsync(frame);
    }

    /// <summary>The next frame: its opcode and its payload.</summary>
    public async Task<(int Opcode, byte[] Payload)> HearFrameAsync()
    {
        var head = await ReadAsync(2);
        var length = head[1] switch
        {
            126 => BinaryPrimitives.ReadUInt16BigEndian(await ReadAsync(2)),
            127 => (int)BinaryPrimitives.ReadUInt64BigEndian(await ReadAsync(8)),
            var small => small,
        };
        return (head[0] & 0x0F, await ReadAsync(length));
    }

    public async Task<int> HearCloseCodeAsync()
    {
        var (opcode, payload) = await HearFrameAsync();
        Assert.Equal(8, opcode);
        return BinaryPrimitives.ReadUInt16BigEndian(payload);
    }

    /// <summary>Whether the server has cut the connection; reads on to find out.</summary>
    public async Task<bool> IsCutAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var buffer = new byte[64 * 1024];
            while (await stream.ReadAsync(buffer, limit.Token) > 0)
                continue;
            return true;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        tcp.Dispose();
    }

    private async Task<byte[]> ReadAsync(int count)
    {
        using var limit = new CancellationTokenSource(Patience);
        var buffer = new byte[count];
        await stream.ReadExactlyAsync(buffer, limit.Token);
        return buffer;
    }
}
