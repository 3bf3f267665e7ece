using System.Threading.Channels;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>
/// What was written to the connections of agencies' systems, until somebody notes it. No stream waits for that: beyond the bound it
/// is forgotten, and when the update arrived is then not known.
/// </summary>
internal sealed class WrittenFrames(TimeProvider clock)
{
    private const int Bound = 65_536;

    private readonly Channel<WrittenFrame> frames = Channel.CreateBounded<WrittenFrame>(
        new BoundedChannelOptions(Bound) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    public ChannelReader<WrittenFrame> Reader => frames.Reader;

    /// <summary>What the transport calls when it has written the update; null where nobody asks.</summary>
    public Action? NoteFor(Caller caller, long position) => caller.Role.IsSystem()
        ? () => frames.Writer.TryWrite(new WrittenFrame(caller.Agency, caller.Subject, position, clock.UtcInstant()))
        : null;
}
