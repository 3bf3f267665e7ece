using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using GraphQL.Types;

namespace AgencyGraph.Contract.Engine;

/// <summary>The type of updates: an interface, and one type for each kind.</summary>
internal sealed class SubscriptionTypes
{
    public const char EventTag = 'u';
    public const string Handle = "handle";
    public const string HandleKind = "kind";

    private readonly Dictionary<UpdateKind, ObjectGraphType> kinds = [];
    private readonly ValueTypes values;
    private readonly SlotMarkers markers;

    public SubscriptionTypes(GraphModel model, OutputTypes outputs, ValueTypes values, SlotMarkers markers)
    {
        (this.values, this.markers) = (values, markers);
        AddFields(Update);
        Update.ResolveType = hand => ((UpdateInHand)hand).IsBookmark ? Bookmark : kinds[((UpdateInHand)hand).Entry.Kind];
        Implement(Bookmark);
        foreach (var update in model.Updates)
            kinds[update.Kind] = KindType(update, model, outputs);
    }

    public InterfaceGraphType Update { get; } = new() { Name = "Update", Description = "Something that happened and that you may see, in the feed's order." };

    public ObjectGraphType Bookmark { get; } = new()
    {
        Name = "StreamBookmark",
        Description = "Nothing happened, or nothing that you are told: how far your stream has come. A stream is sent one when it was sent nothing else for 10 s, so that its position moves on and its silence is known from a lost connection.",
    };

    public static string HandleOf(GraphModel model, FeedEntry entry) => NodeId.Encode(model.NodeOf(entry.RecordKind).NodeTag!.Value, entry.RecordId); // A node has a tag.

    public IEnumerable<ObjectGraphType> Kinds => [.. kinds.Values, Bookmark];

    private ObjectGraphType KindType(UpdateType update, GraphModel model, OutputTypes outputs)
    {
        var type = new ObjectGraphType { Name = update.Name, Description = update.Description };
        Implement(type);
        if (update.Field is { } field)
            AddRecord(type, field, update.Graph is { } graph ? outputs.Of(model.Of(graph)) : outputs.Node);
        else
            AddHandle(type, model);
        return type;
    }

    private void Implement(ObjectGraphType type)
    {
        AddFields(type);
        type.AddResolvedInterface(Update);
        Update.AddPossibleType(type);
    }

    private static void AddRecord(ObjectGraphType type, string name, IGraphType record) => type.AddField(new FieldType
    {
        Name = name,
        Description = "The record as you may see it now.",
        ResolvedType = record,
        Resolver = Pick.With<UpdateInHand>((hand, key) => hand.Records[key]),
    });

    private void AddHandle(ObjectGraphType type, GraphModel model)
    {
        _ = type.AddField(new FieldType
        {
            Name = Handle,
            Description = "The id of what you no longer see. Delete what you hold of it.",
            ResolvedType = new NonNullGraphType(values.Id),
            Resolver = Pick.From<UpdateInHand>(hand => HandleOf(model, hand.Entry)),
        });
        _ = type.AddField(new FieldType
        {
            Name = HandleKind,
            Description = "What kind of record it is.",
            ResolvedType = new NonNullGraphType(values.Leaf(typeof(RecordKind))),
            Resolver = Pick.From<UpdateInHand>(hand => hand.Entry.RecordKind),
        });
    }

    private void AddFields(IComplexGraphType type)
    {
        Add("id", "Names the event for good: drop one that you have seen.", new NonNullGraphType(values.Id), hand => hand.IsBookmark ? markers.Id : NodeId.Encode(EventTag, hand.Entry.EventId));
        Add("sequence", "Counts this stream's updates from 1, without a gap.", new NonNullGraphType(values.Leaf(typeof(int))), _ => markers.Sequence);
        Add("cursor", "Where to resume after this update.", new NonNullGraphType(values.Cursor), _ => markers.Cursor);
        Add("previousCursor", "The cursor of the update before it. On a stream's first, the one that it was resumed after; null where it was not.", values.Cursor, _ => markers.PreviousCursor);
        Add("occurredAt", "When what it tells of happened: an incident occurred, a referral was written, a council took a step or recorded a child.", new NonNullGraphType(values.Leaf(typeof(DateTime))), hand => hand.IsBookmark ? markers.Instant : hand.Entry.OccurredAt);
        Add("recordedAt", "When the exchange recorded it.", new NonNullGraphType(values.Leaf(typeof(DateTime))), hand => hand.IsBookmark ? markers.Instant : hand.Entry.RecordedAt);

        void Add(string name, string description, IGraphType graph, Func<UpdateInHand, object?> pick)
            => type.AddField(new FieldType { Name = name, Description = description, ResolvedType = graph, Resolver = type is IInterfaceGraphType ? null : Pick.From(pick) });
    }
}
