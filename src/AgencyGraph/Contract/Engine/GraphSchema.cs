using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace AgencyGraph.Contract.Engine;

/// <summary>The schema that the engine runs, made from the declared graph.</summary>
internal sealed class GraphSchema : Schema
{
    public GraphSchema(IServiceProvider services, GraphModel model, SlotMarkers markers, TimeProvider clock) : base(services)
    {
        var values = new ValueTypes(model);
        var inputs = new InputTypes(values);
        var paging = new PagingArguments(values, inputs);
        var outputs = new OutputTypes(model, values, paging);
        var mutations = new MutationTypes(outputs, values);
        var subscriptions = new SubscriptionTypes(model, outputs, values, markers);
        var binder = new InputBinder(values);

        Features.DeprecationOfInputValues = true;
        Features.RepeatableDirectives = true;
        Directives.Register(new SpecifiedByDirective());
        Query = new QueryType(model, values, inputs, paging, outputs, new RootReads(model, binder), new PositionReads(model, services), new LedgerReads(binder, services));
        Mutation = new MutationType(model, inputs, mutations, new RootWrites(model, binder, clock));
        Subscription = new SubscriptionType(values, subscriptions, new UpdateReads(model, binder));
        foreach (var type in outputs.All.Concat(mutations.Refusals).Concat(subscriptions.Kinds))
            RegisterType(type);
        RegisterType(outputs.Node);
        RegisterVisitor(new WholeIntrospection());
        Binder = binder;
        Values = values;
    }

    public InputBinder Binder { get; }

    public ValueTypes Values { get; }
}

internal sealed class QueryType : ObjectGraphType
{
    public QueryType(GraphModel model, ValueTypes values, InputTypes inputs, PagingArguments paging, OutputTypes outputs, RootReads reads, PositionReads positions, LedgerReads ledger)
    {
        (Name, Description) = ("Query", "Reads. Each sees only what its caller's role, relationships and purpose allow; not found and not permitted are one answer.");
        Add("me", "You, as this request is answered.", new NonNullGraphType(MeType.Create(values, outputs.Of(model.Of<Basics.AgencyBodyGraph>()))), null, reads.MeAsync);
        Add("node", "Any object by its id; null when there is none that you may see.", outputs.Node,
            new QueryArguments(new QueryArgument(new NonNullGraphType(values.Id)) { Name = "id", Description = "Its id." }), reads.NodeAsync);
        outputs.Node.ResolveType = row => outputs.All.First(type => type.Name == ((Reading.Row)row).View.TypeName);

        Add("feedPosition",
            "Where the feed stands in the very snapshot that this query's other fields are read from: list, then subscribe to `updates` after it, with the same `kinds` and `children`, and nothing that happens in between is missed.",
            new NonNullGraphType(values.Cursor), new QueryArguments([.. NarrowedFeed.Arguments(values), UnacknowledgedArgument(values)]), positions.ReadAsync);
        Add("ledger",
            "The ledger of disclosures, latest first: who of your agency was shown which records, in which role, for which purpose. Reading it is recorded in it.",
            new NonNullGraphType(new LedgerTypes(model, values).Connection(outputs.PageInfo)), paging.OfLedger(), ledger.ReadAsync);
        foreach (var field in model.RootFields)
        {
            if (field is LookupField lookup)
                Add(field.Name, field.Description + " Null when there is none that you may see.", outputs.Of(model.Of(lookup.Graph)), By(inputs.Of(lookup.Lookup.Input)), context => reads.LookupAsync(lookup, context));
            else if (field is ConnectionField connection)
                Add(field.Name, field.Description, new NonNullGraphType(outputs.ConnectionOf(model.Of(connection.Graph))), paging.Of(connection.Listing), context => reads.ConnectionAsync(connection, context));
        }
    }

    private static QueryArgument UnacknowledgedArgument(ValueTypes values) => new(values.Leaf(typeof(bool)))
    {
        Name = PositionReads.Unacknowledged,
        Description = "True for the place before everything that still waits for your agency's acknowledgement, where something does: for a receiver that is new, or has lost its cursor.",
    };

    private static QueryArguments By(IGraphType input)
        => new(new QueryArgument(new NonNullGraphType(input)) { Name = "by", Description = "By what to find it." });

    private void Add(string name, string description, IGraphType type, QueryArguments? arguments, Func<GraphQL.IResolveFieldContext, Task<object?>> resolve)
        => AddField(new FieldType
        {
            Name = name,
            Description = description,
            ResolvedType = type,
            Arguments = arguments,
            Resolver = new FuncFieldResolver<object?>(async context => await resolve(context)),
        });
}

internal sealed class MutationType : ObjectGraphType
{
    public MutationType(GraphModel model, InputTypes inputs, MutationTypes types, RootWrites writes)
    {
        (Name, Description) = ("Mutation", "Writes. What is refused is told as data and has changed nothing.");
        foreach (var field in model.RootFields)
        {
            if (field is MutationField single)
                Add(field, inputs.Of(single.Input), types.Payload(RootWrites.PayloadName(field), $"What became of `{field.Name}`.", single.RecordName, model.Of(single.Graph)), context => writes.MutateAsync(single, context));
            else if (field is BatchMutationField batch)
                Add(field, inputs.Of(batch.Input), MutationTypes.BatchPayload(RootWrites.PayloadName(field), types.Payload(RootWrites.ResultName(batch), $"What became of one item of `{field.Name}`.", batch.RecordName, model.Of(batch.Graph))), context => writes.MutateBatchAsync(batch, context));
        }
    }

    private void Add(RootField field, IGraphType input, ObjectGraphType payload, Func<GraphQL.IResolveFieldContext, Task<object?>> resolve)
        => AddField(new FieldType
        {
            Name = field.Name,
            Description = field.Description,
            ResolvedType = new NonNullGraphType(payload),
            Arguments = new QueryArguments(new QueryArgument(new NonNullGraphType(input)) { Name = "input", Description = "What to write." }),
            Resolver = new FuncFieldResolver<object?>(async context => await resolve(context)),
        });
}

internal sealed class SubscriptionType : ObjectGraphType
{
    public SubscriptionType(ValueTypes values, SubscriptionTypes types, UpdateReads reads)
    {
        (Name, Description) = ("Subscription", "What happens, as it happens: without a gap, in order, and only what you may see.");
        _ = AddField(new FieldType
        {
            Name = "updates",
            Description = "The feed. With `after`, from where you left off; without, from now on.",
            ResolvedType = new NonNullGraphType(types.Update),
            Arguments = new QueryArguments(
            [
                new QueryArgument(values.Cursor) { Name = "after", Description = "The cursor of the last update that you have, or a `feedPosition`." },
                .. NarrowedFeed.Arguments(values),
            ]),
            Resolver = new FuncFieldResolver<object?>(async context => await reads.ReadAsync(context)),
            StreamResolver = new SourceStreamResolver<object?>(NotByTheEngine),
        });
    }

    private static IObservable<object?> NotByTheEngine(GraphQL.IResolveFieldContext context)
        => throw new InvalidOperationException("The feed drives subscriptions, not the engine.");
}
