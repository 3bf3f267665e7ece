using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>The graph type <c>Delivery</c>.</summary>
public sealed class DeliveryGraph : PartGraph<Delivery, Incident>
{
    public DeliveryGraph() : base("Delivery", "That an incident was sent to an agency, when it arrived, and when the agency said so.", delivery => delivery.Incident)
    {
        Object("to", delivery => delivery.To, typeof(AgencyBodyGraph), Detail.IncidentSummary, "The agency it was sent to.");
        Field("sharedAt", delivery => delivery.SharedAt, Detail.IncidentSummary, "When it was sent.");
        Optional(
            "deliveredAt", delivery => delivery.DeliveredAt, Detail.IncidentSummary,
            "When it was first written to the connection of the agency's receiver; null where that is not known.");
        Optional(
            "acknowledgedAt", delivery => delivery.AcknowledgedAt, Detail.IncidentSummary,
            "When the agency's receiver acknowledged it; null until then.");
    }

    public static Listing Listing { get; } = new(
        "Delivery",
        [
            new ListOrder(
                "SHARED_FIRST", "By when they were sent.", Detail.Open,
                [OrderKey.Ascending((Delivery delivery) => delivery.SharedAt), OrderKey.Ascending((Delivery delivery) => delivery.ToCode)]),
        ]);
}
