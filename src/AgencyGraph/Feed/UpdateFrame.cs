using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>One update as one stream is sent it.</summary>
/// <param name="Payload">What the renderer wrote, with this stream's sequence and cursors.</param>
/// <param name="Cursor">Where to resume after it.</param>
/// <param name="Written">To be called once the frame has been written to the stream's connection; null where nobody asks.</param>
public readonly record struct UpdateFrame(ReadOnlyMemory<byte> Payload, string Cursor, Action? Written = null)
{
    /// <summary>That the stream may be sent it.</summary>
    public Decision Decision { get; init; }
}
