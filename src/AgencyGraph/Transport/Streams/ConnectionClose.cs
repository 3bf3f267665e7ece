using System.Text;

namespace AgencyGraph.Transport.Streams;

/// <summary>Why the server closes a connection: with a code of graphql-transport-ws, or of RFC 6455 and its registry.</summary>
internal sealed record ConnectionClose(int Code, string Reason)
{
    /// <summary>A closing frame holds 125 bytes, two of them for the code.</summary>
    private const int MaxReasonBytes = 123;

    public string Reason { get; } = Fit(Reason);

    public static readonly ConnectionClose Farewell = new(1000, "");
    public static readonly ConnectionClose MessageTooBig = new(1009, "Message too big");
    public static readonly ConnectionClose Restarting = new(1012, "Server is restarting");
    public static readonly ConnectionClose TryAgainLater = new(1013, "Try again later");
    public static readonly ConnectionClose Unavailable = new(1013, "UNAVAILABLE");
    public static readonly ConnectionClose TooManyConnections = new(1013, "TOO_MANY_CONNECTIONS");
    public static readonly ConnectionClose SubscribedTooEarly = new(4401, "Unauthorized: subscribe after connection_ack");
    public static readonly ConnectionClose Expired = new(4403, "Token expired");
    public static readonly ConnectionClose Suspended = new(4403, "SUSPENDED");
    public static readonly ConnectionClose WrongSubprotocol = new(4406, "Subprotocol not acceptable: use graphql-transport-ws");
    public static readonly ConnectionClose InitTimeout = new(4408, "Connection initialisation timeout");
    public static readonly ConnectionClose DuplicateId = new(4409, "Subscriber for this id already exists");
    public static readonly ConnectionClose InitTwice = new(4429, "Too many initialisation requests");

    public static ConnectionClose BadMessage(string what) => new(4400, $"Invalid message: {what}");

    private static string Fit(string reason)
    {
        var length = reason.Length;
        while (Encoding.UTF8.GetByteCount(reason.AsSpan(0, length)) > MaxReasonBytes)
            length--;
        return reason[..length];
    }
}
