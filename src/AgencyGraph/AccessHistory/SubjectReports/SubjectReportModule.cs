using AgencyGraph.Children;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory.SubjectReports;

/// <summary>What reports to subjects add to the graph.</summary>
public sealed class SubjectReportModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new SubjectReportGraph());
        graph.Type(new SubjectReportItemGraph());
        graph.Root(new ConnectionField(
            "subjectReports", Permission.AnswerSubjects, "Your agency's answers to whoever asks to whom what is held of them was disclosed.",
            typeof(SubjectReportGraph), SubjectReportGraph.Listing));
        graph.Root(MutationField.Of<OpenSubjectReportInput, Located<OpenSubjectReportInput, ChildId>>(
            "openSubjectReport", Permission.AnswerSubjects, "Opens such a report, of what the history of accesses says now.",
            typeof(SubjectReportGraph), "report", input => new(input.IdempotencyKey, new(input, new(NodeId.DecodeOrEmpty(ChildGraph.Tag, input.Child))))));
        graph.Root(MutationField.Of<DecideSubjectReportInput, Located<DecideSubjectReportInput, SubjectReportId>>(
            "decideSubjectReport", Permission.AnswerSubjects, "Decides which items of such a report go to whoever asked.",
            typeof(SubjectReportGraph), "report",
            input => new(input.IdempotencyKey, new(input, new(NodeId.DecodeOrEmpty(SubjectReportGraph.Tag, input.Report))))));
    }
}
