using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;

namespace AgencyGraph.Receipts;

/// <summary>What receipts add to the graph.</summary>
public sealed class ReceiptModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Type(new AcknowledgementGraph());
        graph.Type(new ReceiverDesignationGraph());
        graph.Type(new AgencyLinkGraph());
        ReceiptFields.Declare(graph);
        graph.Update(new UpdateType(
            UpdateKind.AcknowledgementOverdue, "AcknowledgementOverdue",
            "What was sent over a link was not acknowledged in time. It is told once, to both sides, until nothing waits too long any more.",
            "link", typeof(AgencyLinkGraph)));
        graph.Update(new UpdateType(
            UpdateKind.DeliveriesExpired, "DeliveriesExpired",
            "Something that was sent over a link was not acknowledged for as long as the feed is kept for it, and is no longer in it; the records "
                + "themselves stay. It is told once, to both sides, until nothing is so any more.",
            "link", typeof(AgencyLinkGraph)));
    }
}
