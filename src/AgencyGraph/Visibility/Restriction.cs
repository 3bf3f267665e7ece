namespace AgencyGraph.Visibility;

/// <summary>
/// That a restricted record is open to this worker. A record is restricted while it has such rows: who is not named finds nothing there,
/// whatever role or relationship would show it.
/// </summary>
public sealed class Restriction
{
    public required Guid Id { get; init; }

    /// <summary>The child or the other record that is restricted, by the value of its id.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>The same where it is a child; null for any other record.</summary>
    public ChildId? ChildId { get; init; }

    /// <summary>The named worker or system (see <see cref="Relationship.WorkerHolder"/>).</summary>
    public required string Holder { get; init; }
}
