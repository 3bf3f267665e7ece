using System.ComponentModel;

namespace AgencyGraph.AccessHistory.SubjectReports;

/// <summary>The decision on one item of a report.</summary>
[Description("The decision on one item of a report.")]
public sealed record ReleaseDecisionInput
{
    [Description("The item's number.")]
    public required int Number { get; init; }

    [Description("RELEASED, WITHHELD, or UNDECIDED to take a decision back.")]
    public required string Release { get; init; }

    [Description("Why it is withheld, 1 to 1,000 characters; not with another decision.")]
    public string? Reason { get; init; }
}
