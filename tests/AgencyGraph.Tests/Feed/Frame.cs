using System.Text.Json;

namespace AgencyGraph.Tests.Feed;

/// <summary>What a client reads out of one payload of <see cref="PlainRenderer"/>.</summary>
internal sealed record Frame(Guid RecordId, Guid EventId, string Viewer, long Sequence, string Cursor, string? PreviousCursor)
{
    public static Frame Parse(ReadOnlyMemory<byte> payload)
        => JsonSerializer.Deserialize<Frame>(payload.Span) ?? throw new JsonException("The payload is null.");
}
