namespace AgencyGraph.Transport;

/// <summary>The limits of the transports: configuration section <c>Transport</c>.</summary>
public sealed class TransportOptions
{
    /// <summary>
    /// Origins, besides the server's own, whose web pages may open a socket: <c>https://host[:port]</c>. The server's own origin is
    /// the scheme and host of the request, so a proxy in front must forward both.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>How long a new socket may take to sign in; then it is closed with 4408.</summary>
    public TimeSpan InitWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest message a socket may receive; a larger one closes it with 1009.</summary>
    public int MaxMessageBytes { get; set; } = 128 * 1024;

    /// <summary>Sockets and streams of events open at once, of all agencies; above, they are answered with 503.</summary>
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>The same of one agency; above, a socket is closed with 1013 when it has signed in, and a stream answered with 503.</summary>
    public int MaxConnectionsAnAgency { get; set; } = 1_000;

    /// <summary>Operations running at once on one socket.</summary>
    public int MaxOperations { get; set; } = 100;

    /// <summary>Messages waiting to be sent on one connection; then its streams wait.</summary>
    public int QueueMessages { get; set; } = 256;

    /// <summary>
    /// Bytes waiting to be sent on one connection; then its streams wait, where what is the same for many is held once. One message larger than this is
    /// sent alone.
    /// </summary>
    public int QueueBytes { get; set; } = 64 * 1024;

    /// <summary>How long one send may be blocked by a client that does not read; then the connection is cut.</summary>
    public TimeSpan SendWait { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long an ending connection waits: for its streams to end, and then for the client's part in the closing.</summary>
    public TimeSpan CloseWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time between two pings on an idle socket, and between two comments in a stream of events.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>How long a ping may stay unanswered; then the connection is cut.</summary>
    public TimeSpan KeepAliveWait { get; set; } = TimeSpan.FromSeconds(15);

    internal bool IsSane()
        => MaxMessageBytes > 0 && MaxConnections > 0 && MaxConnectionsAnAgency > 0 && MaxOperations > 0 && QueueMessages > 0 && QueueBytes > 0
            && InitWait > TimeSpan.Zero && SendWait > TimeSpan.Zero && CloseWait > TimeSpan.Zero
            && KeepAliveInterval > TimeSpan.Zero && KeepAliveWait > TimeSpan.Zero;
}
