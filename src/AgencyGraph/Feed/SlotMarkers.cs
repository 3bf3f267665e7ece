using System.Buffers.Text;
using System.Security.Cryptography;

namespace AgencyGraph.Feed;

/// <summary>
/// What a renderer writes, as a JSON string value, where a stream's own sequence or cursor goes. Made anew by each process and
/// unguessable, so that no record's text can pass for one.
/// </summary>
public sealed class SlotMarkers
{
    public string Sequence { get; } = Create();

    public string Cursor { get; } = Create();

    public string PreviousCursor { get; } = Create();

    /// <summary>A bookmark's own id.</summary>
    public string Id { get; } = Create();

    /// <summary>When a bookmark was made.</summary>
    public string Instant { get; } = Create();

    private static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
}
