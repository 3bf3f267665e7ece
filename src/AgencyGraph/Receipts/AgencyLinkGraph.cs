using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Receipts;

/// <summary>The graph type <c>AgencyLink</c>.</summary>
public sealed class AgencyLinkGraph : RecordGraph<AgencyLink>
{
    public const char Tag = 'l';

    public AgencyLinkGraph() : base("AgencyLink", "The link from a force to a council: what was sent over it, and whether it arrived.")
    {
        Id(Tag, link => link.Id);
        Object("from", link => link.From, typeof(AgencyBodyGraph), Detail.Link, "The force that sends.");
        Object("to", link => link.To, typeof(AgencyBodyGraph), Detail.Link, "The council that receives.");
        Optional("lastSentAt", link => link.LastSentAt, Detail.Link, "When something was last sent.");
        Optional(
            "lastDeliveredAt", link => link.LastDeliveredAt, Detail.Link,
            "When something was last written to the connection of the council's receiver; null where that is not known.");
        Optional(
            "lastAcknowledgedAt", link => link.LastAcknowledgedAt, Detail.Link,
            "When the council's receiver last acknowledged something; null until then.");
        Optional(
            "lagSeconds", link => link.LagSeconds, Detail.Link,
            "From sending to acknowledgement of the latest that was acknowledged, in whole seconds; null until then.");
        Field("waiting", link => link.Waiting, Detail.LinkCount, "How many deliveries are neither acknowledged nor withdrawn.");
        Optional(
            "oldestWaitingAt", link => link.OldestWaitingAt, Detail.Link,
            "When the oldest of them was sent: now less this is its age. Null where none waits.");
        Field(
            "expired", link => link.Expired, Detail.LinkCount,
            "How many of them are no longer in the feed: nobody confirmed them for as long as they were kept. They are announced anew, as "
                + "`RecordVisible`, to the receiver that the council names, or that acknowledges again.");
        Optional(
            "expiredSince", link => link.ExpiredSince, Detail.Link,
            "Since when the first of these is no longer in the feed; null where every one that waits is in it.");
        Optional(
            "overdueSince", link => link.OverdueSince, Detail.Link,
            "Since when something waits beyond the exchange's limit; null where nothing does.");
        Field(
            "hasReceiver", link => link.HasReceiver, Detail.Link,
            "Whether the council has designated whose acknowledgement counts; without, nothing is ever acknowledged.");
    }

    public static Listing Listing { get; } = new(
        "AgencyLink",
        [
            new ListOrder(
                "FROM_FIRST", "By the force's code, then the council's.", Detail.Link,
                [
                    OrderKey.Ascending((AgencyLink link) => link.FromCode),
                    OrderKey.Ascending((AgencyLink link) => link.ToCode),
                ]),
        ]);
}
