using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Plans;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>Compiles what a subscription selects of one kind of update.</summary>
internal sealed class UpdateCompiler(
    GraphModel model, SelectionReader selections, Probes probes, LevelCompiler levels, CallerContext context, SlotMarkers markers)
{
    private readonly PageReader pages = new(model, probes, probes.Caller);

    /// <param name="graph">The type of the record; null where the update is only its handle.</param>
    public RootUpdate Compile(GraphQLOperationDefinition operation, UpdateKind kind, DeclaredType? graph)
    {
        var update = model.Updates.First(candidate => candidate.Kind == kind);
        var root = selections.Root(operation, "Subscription").Single();
        var id = graph is null ? null : probes.Argument(RootUpdate.RecordId, Links.ById(graph).Key.ReturnType);
        var parts = selections.FieldsOf(update.Name, root).Select(group => Part(update, group, graph, id)).ToList();

        // Whether the update is shown hangs on its record, selected or not.
        if (graph is not null && !parts.OfType<RecordPart>().Any())
            parts.Add(new RecordPart(Record("record", new Selection(graph, []), id!), IsSelected: false));
        return new RootUpdate(PlanJson.Encode(SelectionReader.KeyOf(root[0])), parts);
    }

    private RootPart Part(UpdateType update, IReadOnlyList<GraphQLField> group, DeclaredType? graph, object? id)
    {
        var key = SelectionReader.KeyOf(group[0]);
        var name = PlanJson.Encode(key);
        return group[0].Name.StringValue switch
        {
            "__typename" => new FixedPart(name, update.Name),
            "id" => new EventIdPart(name, SubscriptionTypes.EventTag),
            "sequence" => new FixedPart(name, markers.Sequence),
            "cursor" => new FixedPart(name, markers.Cursor),
            "previousCursor" => new FixedPart(name, markers.PreviousCursor),
            "occurredAt" => new InstantPart(name, entry => entry.OccurredAt),
            "recordedAt" => new InstantPart(name, entry => entry.RecordedAt),
            SubscriptionTypes.Handle when update.IsHandleOnly => new EntryTextPart(name, entry => SubscriptionTypes.HandleOf(model, entry)),
            SubscriptionTypes.HandleKind when update.IsHandleOnly => new EntryTextPart(name, entry => EnumNames.NameOf(entry.RecordKind)),
            _ => new RecordPart(Record(key, selections.Below(graph!, group), id!), IsSelected: true), // Any other update has a record.
        };
    }

    private RootRow Record(string key, Selection selection, object id) => levels.Lookup(key, pages.NodeLevel(selection, id, context));
}
