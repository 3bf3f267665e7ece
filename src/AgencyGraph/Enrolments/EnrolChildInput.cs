using System.ComponentModel;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Enrolments;

/// <summary>An enrolment, as it comes in.</summary>
[Description(
    "A child on a school's roll, or a health body's patient. The school or health body is shown what "
        + "its role may see of the child, and of what is shared from now on.")]
public sealed record EnrolChildInput : IEnrolmentInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The child's id.")]
    public required string Child { get; init; }

    [Description("The code of the school or the health body.")]
    public required AgencyCode At { get; init; }
}
