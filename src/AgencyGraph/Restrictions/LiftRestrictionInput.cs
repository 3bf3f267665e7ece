using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Restrictions;

/// <summary>The lifting of a restriction, as it comes in.</summary>
[Description("The lifting of a restriction: the record is open again to all whom their role and relationships let see it, and they are told.")]
public sealed record LiftRestrictionInput : IRestrictionInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The id of the child or the incident.")]
    public required string Record { get; init; }

    [Description("Why, 1 to 1,000 characters.")]
    public required string Reason { get; init; }
}
