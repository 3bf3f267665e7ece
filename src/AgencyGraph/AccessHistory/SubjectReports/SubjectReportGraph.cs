using AgencyGraph.Children;
using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory.SubjectReports;

/// <summary>The graph type <c>SubjectReport</c>.</summary>
public sealed class SubjectReportGraph : RecordGraph<SubjectReport>
{
    public const char Tag = 'u';

    public SubjectReportGraph() : base(
        "SubjectReport",
        "The answer to a child, or whoever may ask for the child, who asks to whom what is held of them was disclosed, as it stood when the report was opened.")
    {
        Id(Tag, report => report.Id);
        Field("version", report => report.Version, Detail.Open, "Rises by one with each change; pass it as `expectedVersion`.");
        IdOf("childId", ChildGraph.Tag, report => report.ChildId, Detail.SubjectReport, "The child's id.");
        Object("controller", report => report.Controller, typeof(AgencyBodyGraph), Detail.SubjectReport, "The agency that answers.");
        Optional("reference", report => report.Reference, Detail.SubjectReport, "The agency's own reference of the request; null where none was given.");
        Field("requestedOn", report => report.RequestedOn, Detail.SubjectReport, "When it was asked for.");
        Field("dueOn", report => report.DueOn, Detail.SubjectReport, "By when it is to be answered: one month after the request, UK GDPR art. 12(3).");
        Field("openedAt", report => report.OpenedAt, Detail.SubjectReport, "When the report was opened.");
        Field("openedBy", report => report.OpenedBy, Detail.SubjectReport, "By whom, by the subject of the sign-in.");
        Field(
            "undecided", report => report.Items.Count(item => item.Release == Release.Undecided), Detail.SubjectReport,
            "How many items nobody has decided on yet; the report is ready when there are none.");
        Many("items", report => report.Id, Link.Own((SubjectReportItem item) => item.ReportId), typeof(SubjectReportItemGraph), SubjectReportItemGraph.Listing, Detail.SubjectReport, "Every item, with its decision.");
        Many(
            "released", report => report.Id, Link.Own((SubjectReportItem item) => item.ReportId, item => item.Release == Release.Released),
            typeof(SubjectReportItemGraph), SubjectReportItemGraph.Listing, Detail.SubjectReport, "The items that go to whoever asked, and no others.");
    }

    public static Listing Listing { get; } = new(
        "SubjectReport",
        [
            new ListOrder(
                "DUE_FIRST", "By when they are to be answered, the first first.", Detail.SubjectReport,
                [OrderKey.Ascending((SubjectReport report) => report.DueOn), OrderKey.Ascending((SubjectReport report) => report.Id)]),
        ]);
}
