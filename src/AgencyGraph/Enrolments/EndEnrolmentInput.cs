using System.ComponentModel;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Enrolments;

/// <summary>The end of an enrolment, as it comes in.</summary>
[Description(
    "That a child has left a school's roll or a health body's list. The school or health body is shown nothing of the child any more.")]
public sealed record EndEnrolmentInput : IEnrolmentInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The child's id.")]
    public required string Child { get; init; }

    [Description("The code of the school or the health body.")]
    public required AgencyCode At { get; init; }
}
