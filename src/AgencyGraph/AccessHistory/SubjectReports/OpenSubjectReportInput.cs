using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.AccessHistory.SubjectReports;

/// <summary>A request of a subject, as it comes in.</summary>
[Description("The request of a child, or of whoever may ask for the child, to be told to whom what is held of them was disclosed.")]
public sealed record OpenSubjectReportInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The child's id, as `childAccesses` gives it.")]
    public required string Child { get; init; }

    [Description("The day on which your agency was asked, `yyyy-mm-dd`, not in the future; the answer is due one month later.")]
    public required string RequestedOn { get; init; }

    [Description("Your agency's own reference of the request, at most 40 characters; null for none.")]
    public string? Reference { get; init; }
}
