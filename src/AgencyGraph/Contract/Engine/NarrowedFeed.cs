using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using GraphQL.Types;

namespace AgencyGraph.Contract.Engine;

/// <summary>What of the feed is asked for, by the arguments of whichever field asks.</summary>
/// <param name="Kinds">Only these kinds; null when not narrowed.</param>
/// <param name="Children">Only what is about one of these children; null when not narrowed.</param>
internal sealed record NarrowedFeed(IReadOnlyList<UpdateKind>? Kinds, IReadOnlyList<ChildId>? Children)
{
    /// <param name="argument">An argument's value by its name; null where it is not given.</param>
    public static NarrowedFeed By(Func<string, object?> argument, GraphModel model) => new(
        (argument("kinds") as IEnumerable<object>)?.Cast<UpdateKind>().ToArray(),
        (argument("children") as IEnumerable<object>)?.Select(id => ChildOf((string)id, model)).ToArray());

    public static QueryArgument[] Arguments(ValueTypes values) =>
    [
        new QueryArgument(new ListGraphType(new NonNullGraphType(values.Leaf(typeof(UpdateKind))))) { Name = "kinds", Description = "Only these kinds." },
        new QueryArgument(new ListGraphType(new NonNullGraphType(values.Id))) { Name = "children", Description = "Only what is about one of these children." },
    ];

    /// <summary>An id that is no child's stands for a child that nobody has.</summary>
    private static ChildId ChildOf(string id, GraphModel model)
        => new(NodeId.TryDecode(id, out var tag, out var value) && model.ByTag(tag) is IRecordGraph { Kind: RecordKind.Child } ? value : Guid.Empty);
}
