namespace AgencyGraph.Visibility;

/// <summary>
/// A tie between a holder and a child, on which row rules rest. Features write it in their own transaction, so that visibility
/// need not know the features.
/// </summary>
public sealed class Relationship
{
    public const int HolderMaxLength = 200;

    public required Guid Id { get; init; }

    public required ChildId ChildId { get; init; }

    public required RelationshipKind Kind { get; init; }

    /// <summary>An agency's code, or for <see cref="RelationshipKind.AllocatedWorker"/> the worker (see <see cref="WorkerHolder"/>).</summary>
    public required string Holder { get; init; }

    public required DateTime From { get; init; }

    /// <summary>When it ended; null while it holds.</summary>
    public DateTime? To { get; private set; }

    public void End(DateTime at) => To = at;

    /// <summary>A worker as a holder: subjects are only unique within their agency.</summary>
    public static string WorkerHolder(string agency, string subject) => $"{agency}/{subject}";
}
