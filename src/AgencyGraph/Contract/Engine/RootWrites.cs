using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using GraphQL;

namespace AgencyGraph.Contract.Engine;

/// <summary>The resolvers of Mutation's fields: run the use case, then read what it made, as the caller may see it now.</summary>
internal sealed class RootWrites(GraphModel model, InputBinder binder, TimeProvider clock)
{
    public async Task<object?> MutateAsync(MutationField field, IResolveFieldContext context)
    {
        var (operation, outcomes) = await RunAsync(field, field.Input, field.Runner, context);
        var selections = Selections(context).OfField(PayloadName(field), field.RecordName, model.Of(field.Graph), context.FieldAst);
        return new OutcomeInHand(0, outcomes[0], await ReadAsync(selections, outcomes, operation, context.CancellationToken));
    }

    public async Task<object?> MutateBatchAsync(BatchMutationField field, IResolveFieldContext context)
    {
        var (operation, outcomes) = await RunAsync(field, field.Input, field.Runner, context);
        var places = Selections(context).OfInnerField(PayloadName(field), "results", ResultName(field), field.RecordName, model.Of(field.Graph), context.FieldAst);
        var read = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyDictionary<Guid, Row>>>();
        foreach (var (key, selections) in places)
            read[key] = await ReadAsync(selections, outcomes, operation, context.CancellationToken);
        return new BatchInHand(outcomes, read);
    }

    public static string PayloadName(RootField field) => Capital(field.Name) + "Payload";

    public static string ResultName(BatchMutationField field) => Capital(field.Name) + "Result";

    private async Task<(OperationContext Operation, IReadOnlyList<Outcome> Outcomes)> RunAsync(
        RootField field, Type inputType, IMutationRunner runner, IResolveFieldContext context)
    {
        var operation = Gate.Enter(context, field.Permission);
        if (operation.Written is { } written)
            return (operation, await written);
        var input = binder.Bind(inputType, context.GetArgument<IDictionary<string, object?>>("input"));
        var deed = new Deed(operation.Caller, clock.UtcInstant());
        return (operation, await runner.RunAsync(context.RequestServices!, input, deed, context.CancellationToken));
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<Guid, Row>>> ReadAsync(
        IReadOnlyDictionary<string, Selection> selections, IReadOnlyList<Outcome> outcomes, OperationContext operation, CancellationToken cancellationToken)
    {
        var read = new Dictionary<string, IReadOnlyDictionary<Guid, Row>>();
        if (selections.Count == 0)
            return read;

        var ids = outcomes.Select(outcome => outcome.RecordId).OfType<Guid>().Distinct().ToArray();
        try
        {
            // Given back at once: a document may write many times, and each read of what was written holds a connection.
            await using var records = operation.Fresh();
            foreach (var (key, selection) in selections)
                read[key] = await records.ByIdsAsync(selection, ids, cancellationToken);
            return read;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ReadRefusedException))
        {
            throw new WrittenButNotReadException(exception);
        }
    }

    private SelectionReader Selections(IResolveFieldContext context) => new(model, binder, DocumentInHand.Of(context));

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
