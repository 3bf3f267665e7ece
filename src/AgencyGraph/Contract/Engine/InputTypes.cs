using System.Reflection;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using GraphQL.Types;

namespace AgencyGraph.Contract.Engine;

/// <summary>Input types of the graph, one for each input record: its members and nothing else.</summary>
internal sealed class InputTypes(ValueTypes values)
{
    private readonly Dictionary<Type, IGraphType> known = [];

    public IGraphType Of(Type record)
    {
        if (known.TryGetValue(record, out var type))
            return type;

        var input = new InputObjectGraphType { Name = NameOf(record), Description = Descriptions.Of(record), IsOneOf = record.IsDefined(typeof(OneOfAttribute)) };
        known[record] = input;
        foreach (var member in InputBinder.MembersOf(record))
        {
            var graph = member.Property.IsDefined(typeof(NodeIdAttribute)) ? Ids(member.Property.PropertyType) : Graph(member.Property.PropertyType);
            _ = input.AddField(new FieldType
            {
                Name = member.Name,
                Description = Descriptions.Of(member.Property),
                ResolvedType = member.IsRequired ? new NonNullGraphType(graph) : graph,
                DefaultValue = member.IsRequired ? member.Default : null,
            });
        }

        return input;
    }

    private IGraphType Graph(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (InputMember.ElementOf(type) is { } element)
            return new ListGraphType(new NonNullGraphType(Graph(element)));
        return type.IsClass && type != typeof(string) ? Of(type) : values.Leaf(type);
    }

    private IGraphType Ids(Type type) => InputMember.ElementOf(type) is null ? values.Id : new ListGraphType(new NonNullGraphType(values.Id));

    private static string NameOf(Type record) => record.Name;
}
