using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Reading;
using GraphQL;
using GraphQL.Resolvers;

namespace AgencyGraph.Contract.Engine;

/// <summary>Resolvers that pick from what is in hand.</summary>
internal static class Pick
{
    public static IFieldResolver From<TSource>(Func<TSource, object?> pick)
        => new FuncFieldResolver<object?>(context => pick((TSource)context.Source!));

    /// <summary>With the response key of the field, under which the selection below it was read.</summary>
    public static IFieldResolver With<TSource>(Func<TSource, string, object?> pick)
        => new FuncFieldResolver<object?>(context => pick((TSource)context.Source!, KeyOf(context)));

    public static string KeyOf(IResolveFieldContext context) => context.FieldAst.Alias?.Name.StringValue ?? context.FieldAst.Name.StringValue;
}

/// <summary>Resolvers of declared fields.</summary>
internal static class RowResolver
{
    public static IFieldResolver For(FieldDeclaration field) => field switch
    {
        ScalarDeclaration { IdTag: { } tag } => Pick.With<Row>((row, key) => NodeId.Encode(tag, GuidOf(row[key]!))),
        ScalarDeclaration scalar when ValueTypes.IsCode(scalar.Value.ReturnType) => Pick.With<Row>((row, key) => row[key]?.ToString()),
        _ => Pick.With<Row>((row, key) => row[key]),
    };

    private static Guid GuidOf(object id) => (Guid)id.GetType().GetProperty("Value")!.GetValue(id)!;
}
