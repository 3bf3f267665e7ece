namespace AgencyGraph.Transport;

/// <summary>Events 1400 to 1449.</summary>
internal static partial class TransportLog
{
    [LoggerMessage(1400, LogLevel.Error, "Request {RequestId} failed: {Fault}")]
    public static partial void RequestFailed(this ILogger logger, string requestId, string fault);

    [LoggerMessage(1401, LogLevel.Debug, "Request {RequestId}: the client left before the answer")]
    public static partial void ClientLeft(this ILogger logger, string requestId);

    [LoggerMessage(1410, LogLevel.Debug, "Connection {Connection} opened")]
    public static partial void ConnectionOpened(this ILogger logger, string connection);

    [LoggerMessage(1411, LogLevel.Debug, "Connection {Connection} ended")]
    public static partial void ConnectionEnded(this ILogger logger, string connection);

    [LoggerMessage(1412, LogLevel.Information, "Connection {Connection} closed by the server with {Code}: {Reason}")]
    public static partial void ConnectionClosed(this ILogger logger, string connection, int code, string reason);

    [LoggerMessage(1413, LogLevel.Debug, "Connection {Connection}: the connection was lost ({Cause})")]
    public static partial void ConnectionLost(this ILogger logger, string connection, string cause);

    [LoggerMessage(1414, LogLevel.Warning, "Connection {Connection} cut, SLOW_CONSUMER: a send was blocked for {Wait}")]
    public static partial void SlowConsumer(this ILogger logger, string connection, TimeSpan wait);

    [LoggerMessage(1415, LogLevel.Warning, "Connection {Connection} ended, but {Count} of its operations did not stop in {Wait}")]
    public static partial void OperationsHang(this ILogger logger, string connection, int count, TimeSpan wait);

    [LoggerMessage(1416, LogLevel.Warning, "A web page of an origin that is not allowed asked for a socket: request {RequestId}")]
    public static partial void OriginRefused(this ILogger logger, string requestId);

    [LoggerMessage(1417, LogLevel.Warning, "As many connections are open as may be: request {RequestId} was refused one")]
    public static partial void ConnectionsFull(this ILogger logger, string requestId);
}
