using AgencyGraph.Visibility;

namespace AgencyGraph.Contract;

/// <summary>One result of an open stream.</summary>
/// <param name="Body">An execution result: a JSON object in UTF-8, on one line.</param>
/// <param name="Cursor">Where to resume after it; null when it is no place to resume from.</param>
/// <param name="Written">The transport calls it once it has written the result to the connection; null where nobody asks.</param>
/// <param name="MayLeave">The transport asks it just before it sends the result. If not, it ends the connection and sends nothing more; null for always.</param>
public readonly record struct StreamResult(ReadOnlyMemory<byte> Body, string? Cursor, Action? Written = null, Func<bool>? MayLeave = null)
{
    /// <summary>That the stream may be sent it; the transport asks before it sends what had to wait.</summary>
    public Decision Decision { get; init; }
}
