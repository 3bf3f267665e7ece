using AgencyGraph.Agencies;

namespace AgencyGraph.Contract.Writes;

/// <summary>
/// That a request had its effect. It keeps the record's id and what became of the request, not the answer: a replay is rendered
/// again under the rules of its own day. A refusal changed nothing and is not kept.
/// </summary>
public sealed class IdempotencyRecord
{
    public const int OperationMaxLength = 40;
    public const int BodyHashLength = 32;

    public required AgencyCode AgencyCode { get; init; }

    /// <summary>The caller's key; unique within the agency.</summary>
    public required Guid Key { get; init; }

    public required string Operation { get; init; }

    /// <summary>SHA-256 of the operation and its canonical input.</summary>
    public required byte[] BodyHash { get; init; }

    public required Guid RecordId { get; init; }

    public required OutcomeKind Outcome { get; init; }

    public required DateTime At { get; init; }
}
