using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Plans;
using AgencyGraph.Contract.Reading;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>Compiles what a mutation selects of its payload.</summary>
internal sealed class WriteCompiler(GraphModel model, SelectionReader selections, Probes probes, LevelCompiler levels, CallerContext context)
{
    private readonly PageReader pages = new(model, probes, probes.Caller);

    public RootWrite Compile(MutationField field, GraphQLField root)
    {
        if (!context.Grant.Permits(field.Permission))
            throw new PlanDeclinedException("An operation that the role may not call");
        var id = probes.Argument(RootWrite.RecordId, Links.ById(model.Of(field.Graph)).Key.ReturnType)!;
        var payload = RootWrites.PayloadName(field);
        var parts = selections.FieldsOf(payload, [root]).Select(group => Part(field, payload, group, id));
        return new RootWrite(PlanJson.Encode(SelectionReader.KeyOf(root)), [.. parts]);
    }

    private RootPart Part(MutationField field, string payload, IReadOnlyList<GraphQLField> group, object id)
    {
        var key = SelectionReader.KeyOf(group[0]);
        var name = PlanJson.Encode(key);
        return group[0].Name.StringValue switch
        {
            "__typename" => new FixedPart(name, payload),
            "outcome" => new OutcomePart(name),
            "errors" => new NoErrorsPart(name),
            _ => new WrittenPart(levels.Lookup(key, pages.NodeLevel(selections.Below(model.Of(field.Graph), group), id, context))),
        };
    }
}
