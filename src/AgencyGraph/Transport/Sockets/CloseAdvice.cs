namespace AgencyGraph.Transport.Sockets;

/// <summary>What each code with which the server closes a socket means and what a client does about it.</summary>
internal sealed record CloseAdvice(int Code, string Meaning, string ClientAction)
{
    public static IReadOnlyList<CloseAdvice> All { get; } =
    [
        new(1000, "The client said goodbye.", "Nothing."),
        new(1009, "A message is larger than the socket takes.", "Send less at a time."),
        new(1012, "The server restarts; what the streams had yielded was sent.",
            "Connect again after a moment and resume from the last cursor."),
        new(1013,
            "The server cannot go on with the stream at present (`UNAVAILABLE`: the database does not answer), the client reads too slowly, "
                + "who may have what waits for it must be decided again, or (`TOO_MANY_CONNECTIONS`) its agency has too many open.",
            "Connect again after a while and resume from the last cursor."),
        new(4400, "A message is not one of the protocol graphql-transport-ws. The reason says what is wrong.",
            "Correct the client; do not connect again as it is."),
        new(4401, "An operation was sent before `connection_ack`.", "Wait for `connection_ack`; do not connect again as it is."),
        new(4403, "Sign-in was refused, the token has expired, or access has ended. "
            + "The reason is the code of the refusal where there is one.",
            "Fetch a fresh token, connect again, and resume from the last cursor. If that is refused too, stop."),
        new(4406, "The socket was opened without the subprotocol graphql-transport-ws.", "Ask for the subprotocol."),
        new(4408, "`connection_init` did not come in time.", "Connect again and send it at once."),
        new(4409, "An operation has the id of one that still runs on this socket.", "Give each operation an id of its own."),
        new(4429, "`connection_init` was sent twice.", "Send it once."),
    ];
}
