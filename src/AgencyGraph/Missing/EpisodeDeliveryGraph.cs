using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Missing;

/// <summary>The graph type <c>EpisodeDelivery</c>.</summary>
public sealed class EpisodeDeliveryGraph : PartGraph<EpisodeDelivery, MissingEpisode>
{
    public EpisodeDeliveryGraph() : base(
        "EpisodeDelivery", "That word of a missing child, or of the child's return, was sent to a council, when it arrived, and when the council said so.",
        delivery => delivery.Episode)
    {
        Object("to", delivery => delivery.To, typeof(AgencyBodyGraph), Detail.MissingSummary, "The council it was sent to.");
        Field("of", delivery => delivery.Occasion, Detail.MissingSummary, "Of what the council was told.");
        Field("sharedAt", delivery => delivery.SharedAt, Detail.MissingSummary, "When it was sent.");
        Optional(
            "deliveredAt", delivery => delivery.DeliveredAt, Detail.MissingSummary,
            "When it was first written to the connection of the council's receiver; null where that is not known.");
        Optional(
            "acknowledgedAt", delivery => delivery.AcknowledgedAt, Detail.MissingSummary,
            "When the council's receiver acknowledged it; null until then.");
    }

    public static Listing Listing { get; } = new(
        "EpisodeDelivery",
        [
            new ListOrder(
                "SHARED_FIRST", "By when they were sent.", Detail.Open,
                [
                    OrderKey.Ascending((EpisodeDelivery delivery) => delivery.SharedAt),
                    OrderKey.Descending((EpisodeDelivery delivery) => delivery.Occasion), // By name: MISSING before FOUND.
                    OrderKey.Ascending((EpisodeDelivery delivery) => delivery.Id),
                ]),
        ]);
}
