using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory.SubjectReports;

/// <summary>
/// The answer to a child, or whoever may ask for the child, who asks to whom what is held of them was disclosed: who was shown something, as the history
/// of accesses had it when the report was opened, and for each item the decision to release it or not. UK GDPR art. 15(1)(c), and Data Protection Act 2018
/// s.45(2)(c) for what a force holds.
/// </summary>
public sealed class SubjectReport : IGoverned<SubjectReport>
{
    public const int ReferenceMaxLength = 40;

    public required SubjectReportId Id { get; init; }

    public int Version { get; set; } = 1;

    public required ChildId ChildId { get; init; }

    /// <summary>The agency that answers.</summary>
    public required AgencyCode ControllerCode { get; init; }

    public Agency? Controller { get; init; }

    /// <summary>The agency's own reference of the request; null where none was given.</summary>
    public string? Reference { get; init; }

    public required DateOnly RequestedOn { get; init; }

    /// <summary>One month after the request: UK GDPR art. 12(3).</summary>
    public required DateOnly DueOn { get; init; }

    public required DateTime OpenedAt { get; init; }

    /// <summary>By the subject of the sign-in.</summary>
    public required string OpenedBy { get; init; }

    public ICollection<SubjectReportItem> Items { get; } = [];

    public static RecordKind Kind => RecordKind.SubjectReport;

    public static RecordLabels<SubjectReport> Labels { get; } = new(
        Originator: report => report.ControllerCode,
        Council: report => null,
        IsShared: report => false,
        Children: report => new[] { report.ChildId });
}
