using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory.SubjectReports;

/// <summary>The graph type <c>SubjectReportItem</c>.</summary>
public sealed class SubjectReportItemGraph : PartGraph<SubjectReportItem, SubjectReport>
{
    public SubjectReportItemGraph() : base(
        "SubjectReportItem", "To which agency, in which role and for which purpose the child's records were shown. It names no person.", item => item.Report)
    {
        Field("number", item => item.Number, Detail.SubjectReport, "From 1, within the report: by it the item is decided on.");
        Object("agency", item => item.Agency, typeof(AgencyBodyGraph), Detail.SubjectReport, "To which agency.");
        Field("role", item => item.Role, Detail.SubjectReport, "In which role.");
        Field("purpose", item => item.Purpose, Detail.SubjectReport, "For which purpose.");
        Field("firstOn", item => item.FirstOn, Detail.SubjectReport, "The first day.");
        Field("lastOn", item => item.LastOn, Detail.SubjectReport, "The last day.");
        Field("times", item => item.Times, Detail.SubjectReport, "In how many answers and updates.");
        Field("release", item => item.Release, Detail.SubjectReport, "Whether it goes to whoever asked.");
        FreeText("reason", item => item.Reason, Detail.SubjectReport, "Why it is withheld; null while it is not.");
        Optional("decidedBy", item => item.DecidedBy, Detail.SubjectReport, "Who decided, by the subject of the sign-in; null while nobody has.");
        Optional("decidedAt", item => item.DecidedAt, Detail.SubjectReport, "When it was decided; null until then.");
    }

    public static Listing Listing { get; } = new(
        "SubjectReportItem",
        [new ListOrder("BY_NUMBER", "By their numbers.", Detail.SubjectReport, [OrderKey.Ascending((SubjectReportItem item) => item.Number)])]);
}
