using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Receipts;

/// <summary>The root fields about receipts.</summary>
internal static class ReceiptFields
{
    public static void Declare(GraphModel graph)
    {
        graph.Root(new ConnectionField(
            "links", Permission.ReadLinks, "What was sent from force to council, and whether it arrived.", typeof(AgencyLinkGraph),
            AgencyLinkGraph.Listing));
        graph.Root(MutationField.Of<AcknowledgeUpdatesInput, AcknowledgeUpdatesInput>(
            "acknowledgeUpdates", Permission.AcknowledgeUpdates,
            "Says that everything that was sent on the way to a cursor is received and processed. The position only moves forward; the answer is what holds.",
            typeof(AcknowledgementGraph), "acknowledgement", input => new(input.IdempotencyKey, input)));
        graph.Root(MutationField.Of<DesignateReceiverInput, DesignateReceiverInput>(
            "designateReceiver", Permission.DesignateReceiver, "Says which of the agency's systems acknowledges for the agency.",
            typeof(ReceiverDesignationGraph), "designation", input => new(input.IdempotencyKey, input)));
    }
}
