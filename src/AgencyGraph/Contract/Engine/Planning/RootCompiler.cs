using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Plans;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>Compiles the fields of a query's root.</summary>
internal sealed class RootCompiler(
    GraphModel model, InputBinder binder, SelectionReader selections, Probes probes, List<PlanArgument> arguments, LevelCompiler levels, CallerContext context)
{
    private readonly PageReader pages = new(model, probes, probes.Caller);

    public IReadOnlyList<object?> Constants => levels.Constants;

    public IReadOnlySet<int> Used => levels.Used;

    public RootPlan Compile(IReadOnlyList<GraphQLField> group)
    {
        var (field, key) = (group[0], SelectionReader.KeyOf(group[0]));
        var name = field.Name.StringValue;
        if (name == TypeNameDeclaration.Instance.Name)
            return new RootTypeName(PlanJson.Encode(key));
        if (name == "node")
            return Node(key, group);

        var root = model.RootFields.FirstOrDefault(candidate => candidate.Name == name) ?? throw new PlanDeclinedException(name);
        Require(root.Permission);
        return root switch
        {
            LookupField lookup => levels.Lookup(key, pages.LookupLevel(
                selections.Below(model.Of(lookup.Graph), group), lookup.Lookup, binder.BindSought(lookup.Lookup.Input, selections.Input("by", field)), context)),
            ConnectionField connection => Page(key, connection, group),
            _ => throw new PlanDeclinedException(name),
        };
    }

    private RootPage Page(string key, ConnectionField connection, IReadOnlyList<GraphQLField> group)
    {
        var graph = model.Of(connection.Graph);
        var level = pages.PageLevel(
            graph, selections.ConnectionBelow(graph, group), selections.Page(connection.Listing, group[0]), connection.Listing, null, connection.Name, context);
        return levels.Root(key, level, LevelCompiler.PlaceOf(level.Page!));
    }

    /// <summary>An object by its id: which type it is of is part of the plan.</summary>
    private RootRow Node(string key, IReadOnlyList<GraphQLField> group)
    {
        var id = (string)selections.Argument("id", group[0])!;
        if (!NodeId.TryDecode(id, out var tag, out _) || model.ByTag(tag) is not { } graph)
            throw new PlanDeclinedException("An id of no type");
        Require(RootReads.PermissionFor(graph));

        var type = Links.ById(graph).Key.ReturnType;
        var index = arguments.Count;
        var variable = group[0].Arguments!.Items.First(argument => argument.Name.Value == "id").Value as GraphQLVariable
            ?? throw new PlanDeclinedException("A literal id");
        arguments.Add(new PlanArgument(variable.Name.StringValue, [], type));
        var probe = probes.Argument(index, type)!;
        return levels.Lookup(key, pages.NodeLevel(selections.Below(graph, group), probe, context));
    }

    private void Require(Permission permission)
    {
        if (!context.Grant.Permits(permission))
            throw new PlanDeclinedException("An operation that the role may not call");
    }
}
