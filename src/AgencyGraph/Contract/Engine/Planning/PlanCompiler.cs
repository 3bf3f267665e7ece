using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Plans;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>Compiles a validated query for a role. Twice, with other stand-ins each time: what differs must have a source.</summary>
internal sealed class PlanCompiler(
    GraphSchema schema, GraphModel model, IDbContextFactory<AgencyDb> databases, IPlanStore store, SlotMarkers markers, IOptions<DocumentOptions> options)
{
    /// <exception cref="PlanDeclinedException">Plans do not do something in it.</exception>
    public Plan Compile(PlannedDocument document, Variables variables, Caller caller)
        => Twice(() => CompileOnce(document.Document!, document.Operation!, document.Variables!, variables, caller));

    /// <summary>A mutation of one field that writes one record.</summary>
    /// <exception cref="PlanDeclinedException">Plans do not do something in it.</exception>
    public PlannedWrite CompileWrite(PlannedDocument document, Variables variables, Caller caller)
    {
        var selections = new SelectionReader(model, schema.Binder, new DocumentInHand(schema, document.Document!, variables));
        if (selections.Root(document.Operation!, "Mutation").ToArray() is not [[var root]]
            || model.RootFields.OfType<MutationField>().FirstOrDefault(field => field.Name == root.Name.StringValue) is not { } field)
            throw new PlanDeclinedException("A mutation of more than one field, or of many records");
        return new PlannedWrite(document.Document!, root, field, Twice(() =>
        {
            using var db = databases.CreateDbContext();
            var probes = new Probes(caller.Role, caller.Purpose);
            var levels = new LevelCompiler(db, store, probes);
            var write = new WriteCompiler(model, selections, probes, levels, Context(db, probes)).Compile(field, root);
            return (new Plan([write], [], options.Value.MaxAnswerBytes), levels.Constants);
        }));
    }

    /// <summary>One kind of update as a subscription selects it.</summary>
    /// <param name="graph">The type of its record; null where there is only a handle.</param>
    /// <exception cref="PlanDeclinedException">Plans do not do something in it.</exception>
    public Plan CompileUpdate(GraphQLDocument document, GraphQLOperationDefinition operation, Variables variables, Caller caller, UpdateKind kind, DeclaredType? graph)
        => Twice(() =>
        {
            using var db = databases.CreateDbContext();
            var probes = new Probes(caller.Role, caller.Purpose);
            var levels = new LevelCompiler(db, store, probes);
            var selections = new SelectionReader(model, schema.Binder, new DocumentInHand(schema, document, variables));
            var update = new UpdateCompiler(model, selections, probes, levels, Context(db, probes), markers).Compile(operation, kind, graph);
            return (new Plan([update], [], options.Value.MaxAnswerBytes), levels.Constants);
        });

    /// <summary>A plan knows no clock, so that none is made where what the caller sees ends by itself.</summary>
    private static CallerContext Context(AgencyDb db, Probes probes)
        => probes.Caller.Purpose == Purpose.BreakGlass
            ? throw new PlanDeclinedException("What the caller sees ends by itself")
            : new CallerContext(db, probes.Caller, DateTime.MaxValue);

    private static Plan Twice(Func<(Plan Plan, IReadOnlyList<object?> Constants)> compile)
    {
        var (plan, constants) = compile();
        var (_, again) = compile();
        return constants.Count == again.Count && constants.Zip(again).All(pair => SameValue.Are(pair.First, pair.Second))
            ? plan
            : throw new PlanDeclinedException("A parameter without a source");
    }

    private (Plan Plan, IReadOnlyList<object?> Constants) CompileOnce(
        GraphQLDocument document, GraphQLOperationDefinition operation, DocumentVariables known, Variables variables, Caller caller)
    {
        using var db = databases.CreateDbContext();
        var probes = new Probes(caller.Role, caller.Purpose);
        var arguments = new List<PlanArgument>();
        var standing = new StandIns(probes, arguments).Of(known, variables);
        var selections = new SelectionReader(model, schema.Binder, new DocumentInHand(schema, document, standing));
        var compilation = new RootCompiler(model, schema.Binder, selections, probes, arguments, new LevelCompiler(db, store, probes), Context(db, probes));
        var roots = selections.Root(operation, "Query").Select(compilation.Compile).ToArray();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Type == typeof(CursorPlace))
                arguments[i] = arguments[i] with { Cursor = probes.CursorAt(i) ?? throw new PlanDeclinedException("A cursor that is not used") };
        }

        // A value that reaches no statement was lost on the way: the condition that it was for would not hold.
        if (Enumerable.Range(0, arguments.Count).Any(index => !compilation.Used.Contains(index)))
            throw new PlanDeclinedException("A value that no statement uses");
        return (new Plan(roots, arguments, options.Value.MaxAnswerBytes), compilation.Constants);
    }
}
