using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory;

/// <summary>The graph type <c>AccessAlert</c>.</summary>
public sealed class AccessAlertGraph : RecordGraph<AccessAlert>
{
    public const char Tag = 'n';

    public AccessAlertGraph() : base("AccessAlert", "That a person's reading on one day is unusual: a prompt to look into it, and no finding.")
    {
        Id(Tag, alert => alert.Id);
        Field("kind", alert => alert.AlertKind, Detail.AccessAlert, "What is unusual.");
        Field("day", alert => alert.Day, Detail.AccessAlert, "The day in England.");
        Object("agency", alert => alert.ReaderAgency, typeof(AgencyBodyGraph), Detail.AccessAlert, "The person's agency.");
        Field("reader", alert => alert.Reader, Detail.AccessAlert, "The person, by the subject of the sign-in.");
        Field("children", alert => alert.Children, Detail.AccessAlert, "How many different children it had come to when the alert was raised.");
        Field("raisedAt", alert => alert.RaisedAt, Detail.AccessAlert, "When it was raised.");
    }

    public static Listing Listing { get; } = new(
        "AccessAlert",
        [
            new ListOrder(
                "LATEST_FIRST", "By when they were raised, latest first.", Detail.AccessAlert,
                [OrderKey.Descending((AccessAlert alert) => alert.RaisedAt), OrderKey.Descending((AccessAlert alert) => alert.Id)]),
        ]);
}
