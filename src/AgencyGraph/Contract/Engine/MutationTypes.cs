using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using GraphQL.Types;

namespace AgencyGraph.Contract.Engine;

/// <summary>The payloads of mutations, and the refusals that they tell as data.</summary>
internal sealed class MutationTypes
{
    private readonly OutputTypes outputs;
    private readonly ValueTypes values;
    private readonly Dictionary<RefusalCode, ObjectGraphType> refusals = [];
    private readonly InterfaceGraphType userError = new() { Name = "UserError", Description = "Why something was refused; it changed nothing." };

    public MutationTypes(OutputTypes outputs, ValueTypes values)
    {
        (this.outputs, this.values) = (outputs, values);
        AddErrorFields(userError);
        userError.ResolveType = refusal => refusals[((Refusal)refusal).Code];
        foreach (var advice in RefusalAdvice.All.Values)
            refusals[advice.Code] = RefusalType(advice);
    }

    public IEnumerable<ObjectGraphType> Refusals => refusals.Values;

    /// <summary>The payload of a mutation about one record.</summary>
    public ObjectGraphType Payload(string name, string description, string recordName, DeclaredType record)
    {
        var payload = new ObjectGraphType { Name = name, Description = description };
        Add(payload, "outcome", "What became of it.", new NonNullGraphType(values.Leaf(typeof(OutcomeKind))), Pick.From<OutcomeInHand>(hand => hand.Outcome.Kind));
        _ = payload.AddField(new FieldType
        {
            Name = recordName,
            Description = "The record, as you may see it now; null when refused.",
            ResolvedType = outputs.Of(record),
            Resolver = Pick.With<OutcomeInHand>((hand, key) => hand.Record(key)),
        });
        Add(payload, "errors", "Why it was refused, every fault by itself; otherwise empty.", new NonNullGraphType(new ListGraphType(new NonNullGraphType(userError))), Pick.From<OutcomeInHand>(hand => hand.Outcome.Refusals));
        return payload;
    }

    /// <summary>The payload of a batch: one result for each item.</summary>
    public static ObjectGraphType BatchPayload(string name, ObjectGraphType result)
    {
        Add(result, "index", "Which item of the batch, from 0.", new NonNullGraphType(new IntScalar()), Pick.From<OutcomeInHand>(hand => hand.Index));
        var payload = new ObjectGraphType { Name = name, Description = "What became of a batch." };
        Add(payload, "results", "One for each item, in their order.", new NonNullGraphType(new ListGraphType(new NonNullGraphType(result))), Pick.With<BatchInHand>((batch, key) => batch.Results(key)));
        return payload;
    }

    private ObjectGraphType RefusalType(RefusalAdvice advice)
    {
        var type = new ObjectGraphType { Name = advice.Code.ToString(), Description = $"{advice.Meaning} {advice.ClientAction}", IsTypeOf = value => value is Refusal refusal && refusal.Code == advice.Code };
        AddErrorFields(type);
        if (advice.Code == RefusalCode.VersionConflict)
            Add(type, "currentVersion", "The record's version now.", new IntScalar(), Pick.From<Refusal>(refusal => refusal.CurrentVersion));
        type.AddResolvedInterface(userError);
        userError.AddPossibleType(type);
        return type;
    }

    private void AddErrorFields(IComplexGraphType type)
    {
        Add(type, "code", "What kind of refusal.", new NonNullGraphType(values.Leaf(typeof(RefusalCode))), Pick.From<Refusal>(refusal => refusal.Code));
        Add(type, "message", "What is wrong and what to do.", new NonNullGraphType(new StringGraphType()), Pick.From<Refusal>(refusal => refusal.Message));
        Add(type, "path", "Where in the input the fault lies; empty where it lies in no single field.", new NonNullGraphType(new ListGraphType(new NonNullGraphType(new StringGraphType()))), Pick.From<Refusal>(refusal => refusal.Path));
    }

    private static void Add(IComplexGraphType type, string name, string description, IGraphType graph, GraphQL.Resolvers.IFieldResolver resolver)
        => type.AddField(new FieldType { Name = name, Description = description, ResolvedType = graph, Resolver = type is IInterfaceGraphType ? null : resolver });
}
