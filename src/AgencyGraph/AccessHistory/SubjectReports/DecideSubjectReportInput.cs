using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.AccessHistory.SubjectReports;

/// <summary>Decisions on items of a report, as they come in.</summary>
[Description("Decisions on items of a report: all of them are taken, or none.")]
public sealed record DecideSubjectReportInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The report's id.")]
    public required string Report { get; init; }

    [Description("The version of the report that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description("The decisions, 1 to 100, each on another item.")]
    public required IReadOnlyList<ReleaseDecisionInput> Decisions { get; init; }
}
