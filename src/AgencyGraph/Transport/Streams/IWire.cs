namespace AgencyGraph.Transport.Streams;

/// <summary>The bytes' way to one client.</summary>
internal interface IWire
{
    /// <summary>Whether a closing word can still be said.</summary>
    bool IsOpen { get; }

    /// <summary>Sends one message; done when the wire has taken it, which it does not while the client does not read.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> message);

    /// <summary>Tells the client why it is the last that it hears.</summary>
    Task CloseAsync(ConnectionClose why);

    /// <summary>Cuts the connection at once; who sends on it is let go.</summary>
    void Abort();
}
