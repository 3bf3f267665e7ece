using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AgencyGraph.Benchmarks.Load;

/// <summary>
/// One connection that is kept, and asks again when it is answered. It blocks: client and server share the cores, and this is the
/// client that takes least of them.
/// </summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[128 * 1024];

    public LoadConnection(Uri address) => socket.Connect(new IPEndPoint(IPAddress.Parse(address.Host), address.Port));

    /// <returns>The answer's body, until the next question.</returns>
    /// <exception cref="InvalidOperationException">It was not answered with 200, or with an error.</exception>
    public ReadOnlySpan<byte> Ask(ReadOnlySpan<byte> request)
    {
        _ = socket.Send(request);
        var (length, bodyAt, whole) = (0, -1, int.MaxValue);
        while (length < whole)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var got = socket.Receive(buffer.AsSpan(length));
            if (got == 0)
                throw new InvalidOperationException("The server closed the connection.");
            length += got;
            if (bodyAt < 0 && buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                bodyAt = end + 4;
                whole = bodyAt + ContentLength(buffer.AsSpan(0, bodyAt));
            }
        }

        return buffer.AsSpan(0, 12).EndsWith("200"u8) && !buffer.AsSpan(bodyAt).StartsWith("{\"errors\""u8)
            ? buffer.AsSpan(bodyAt, whole - bodyAt)
            : throw new InvalidOperationException($"The server answered: {Encoding.UTF8.GetString(buffer.AsSpan(0, length))}");
    }

    public void Dispose() => socket.Dispose();

    private static int ContentLength(ReadOnlySpan<byte> headers)
    {
        var name = "Content-Length: "u8;
        var at = headers.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(headers[(at + name.Length)..], out int length, out _)
            ? length
            : throw new InvalidOperationException("An answer without its length.");
    }
}
