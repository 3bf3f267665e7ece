using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Restrictions;

/// <summary>The restriction of a record to named workers, as it comes in.</summary>
[Description(
    "The restriction of a child or an incident to named workers. Nobody else finds it any more, by any door; who could see it is told that it "
        + "is withdrawn. Of a record that is restricted already the list is replaced.")]
public sealed record RestrictRecordInput : IRestrictionInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The id of the child or the incident.")]
    public required string Record { get; init; }

    [Description("To whom it stays open, at most 100; the caller is always one of them.")]
    public required IReadOnlyList<NamedWorkerInput> Named { get; init; }

    [Description("Why, 1 to 1,000 characters. It says nothing that would be a danger to the child if it were read.")]
    public required string Reason { get; init; }
}
