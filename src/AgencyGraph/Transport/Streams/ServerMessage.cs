using AgencyGraph.Visibility;

namespace AgencyGraph.Transport.Streams;

/// <summary>What the server says on a connection: a protocol's words around bytes that are copied as they are.</summary>
/// <param name="Operation">Null for what concerns the whole connection.</param>
internal readonly record struct ServerMessage(
    Operation? Operation, ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Payload = default, ReadOnlyMemory<byte> Tail = default)
{
    /// <summary>To be called once it has been written; null where nobody asks.</summary>
    public Action? Written { get; init; }

    /// <summary>That it may still be sent when its turn comes.</summary>
    public Decision Decision { get; init; }

    /// <summary>Asked just before it is sent: if not, the connection ends. Null where nothing stands in its way.</summary>
    public Func<bool>? MayLeave { get; init; }

    public int Length => Head.Length + Payload.Length + Tail.Length;

    /// <summary>Writes exactly <see cref="Length"/> bytes.</summary>
    public void CopyTo(Span<byte> target)
    {
        Head.Span.CopyTo(target);
        Payload.Span.CopyTo(target[Head.Length..]);
        Tail.Span.CopyTo(target[(Head.Length + Payload.Length)..]);
    }
}
