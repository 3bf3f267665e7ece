namespace AgencyGraph.Contract;

/// <summary>
/// The server ends a stream that the client wanted to keep (access was revoked, the database is not answering). The connection is
/// closed with the code, and what was queued is not sent; the client resumes from its cursor.
/// </summary>
/// <param name="closeCode">A WebSocket close code. Common clients reconnect after 4403, 1012 and 1013, and give up after most others.</param>
/// <param name="reason">For the client's log: short (123 bytes of UTF-8 are sent), naming nobody.</param>
public sealed class StreamEndedException(int closeCode, string reason) : Exception(reason)
{
    public int CloseCode => closeCode;
}
