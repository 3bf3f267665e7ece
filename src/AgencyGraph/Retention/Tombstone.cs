using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>That a record was erased: of what kind, by whose decision and when. Of what it held there is nothing.</summary>
public sealed class Tombstone
{
    public required Guid Id { get; init; }

    public required RecordKind RecordKind { get; init; }

    /// <summary>The value of the id that it had.</summary>
    public required Guid RecordId { get; init; }

    public required AgencyCode ControllerCode { get; init; }

    /// <summary>Who decided, by the subject of the sign-in.</summary>
    public required string By { get; init; }

    public required DateTime ErasedAt { get; init; }

    /// <summary>When the child's key in the ledger was destroyed; null until then, and for what is no child.</summary>
    public DateTime? KeyDestroyedAt { get; private set; }
}
