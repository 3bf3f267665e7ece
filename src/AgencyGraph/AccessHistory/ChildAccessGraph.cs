using AgencyGraph.Children;
using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory;

/// <summary>The graph type <c>ChildAccess</c>.</summary>
public sealed class ChildAccessGraph : RecordGraph<ChildAccess>
{
    public const char Tag = 'h';

    public ChildAccessGraph() : base(
        "ChildAccess", "That a reader was shown something of a child on one day, in one role and for one purpose. It follows the ledger within seconds.")
    {
        Id(Tag, access => access.Id);
        Reference("child", access => access.ChildId, typeof(ChildGraph), Detail.ChildAccess, "The child; null where you may know the id alone.");
        IdOf("childId", ChildGraph.Tag, access => access.ChildId, Detail.ChildAccess, "The child's id, for who answers for the reading and may not see the child.");
        Field("day", access => access.Day, Detail.ChildAccess, "The day in England.");
        Object("agency", access => access.ReaderAgency, typeof(AgencyBodyGraph), Detail.ChildAccess, "The reader's agency.");
        Field("reader", access => access.Reader, Detail.ChildAccess, "The person or system, by the subject of the sign-in.");
        Field("onBehalfOf", access => access.OnBehalfOf, Detail.ChildAccess, "The worker for whom a council's system read; empty where it read for itself, or the reader is a person.");
        Field("role", access => access.Role, Detail.ChildAccess, "The role in which the reader acted.");
        Field("purpose", access => access.Purpose, Detail.ChildAccess, "The purpose that the reader stated.");
        Field("firstAt", access => access.FirstAt, Detail.ChildAccess, "When it was first shown on that day.");
        Field("lastAt", access => access.LastAt, Detail.ChildAccess, "When it was last shown on that day.");
        Field("times", access => access.Times, Detail.ChildAccess, "In how many answers and updates.");
        Field("looks", access => access.Looks, Detail.ChildAccess, "How many of them were answers to queries: what the reader asked for, and was not pushed or had not written.");
        Field("outOfHours", access => access.OutOfHours, Detail.ChildAccess, "How many of the looks were outside the usual hours.");
        Optional("toldAt", access => access.ToldAt, Detail.ChildAccess, "When the responsible council was told that another agency had looked; null where it was not to be told.");
    }

    public static Listing Listing { get; } = new(
        "ChildAccess",
        [
            new ListOrder(
                "LATEST_FIRST", "By when it was first shown on the day, latest first.", Detail.ChildAccess,
                [OrderKey.Descending((ChildAccess access) => access.FirstAt), OrderKey.Descending((ChildAccess access) => access.Id)]),
        ],
        ListFilter.Of<ChildAccessFilter>(ChildAccessFilter.Conditions));
}
