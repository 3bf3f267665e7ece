using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Reading;
using GraphQL;

namespace AgencyGraph.Contract.Engine;

/// <summary>Reads the record of the update in hand; the record's own row rule decides whether the update is shown at all.</summary>
internal sealed class UpdateReads(GraphModel model, InputBinder binder)
{
    private static readonly string Unselected = "";

    public async Task<object?> ReadAsync(IResolveFieldContext context)
    {
        var operation = (OperationContext)context.UserContext;
        var hand = operation.Update ?? throw new InvalidOperationException("An update is only read when the feed renders it.");
        if (hand.IsBookmark)
        {
            hand.IsShown = true;
            return hand;
        }

        var type = model.Updates.First(update => update.Kind == hand.Entry.Kind);
        if (type.IsHandleOnly)
        {
            // Who may be told is decided by the entry itself: of the record nothing is read.
            hand.IsShown = true;
            return hand;
        }

        var graph = model.NodeOf(hand.Entry.RecordKind);
        var selections = new Dictionary<string, Selection>(new SelectionReader(model, binder, DocumentInHand.Of(context)).OfField(type.Name, type.Field!, graph, context.FieldAst));
        if (selections.Count == 0)
            selections[Unselected] = new Selection(graph, []);

        foreach (var (key, selection) in selections)
        {
            var rows = await operation.Records.ByIdsAsync(selection, [hand.Entry.RecordId], context.CancellationToken);
            hand.Records[key] = rows.GetValueOrDefault(hand.Entry.RecordId);
        }

        hand.IsShown = hand.Records.Values.All(row => row is not null);
        return hand;
    }
}
