using System.Reflection;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using GraphQL.Types;

namespace AgencyGraph.Contract.Engine;

/// <summary>The leaf type of the graph for each value type of the model.</summary>
internal sealed class ValueTypes
{
    private readonly Dictionary<Type, IGraphType> leaves = new()
    {
        [typeof(string)] = new StringGraphType(),
        [typeof(int)] = new IntScalar(),
        [typeof(bool)] = new BooleanGraphType(),
        [typeof(DateTime)] = new InstantScalar(),
        [typeof(DateOnly)] = new LocalDateScalar(),
        [typeof(Guid)] = new UuidScalar(),
    };

    private readonly Dictionary<Type, char> idTags;

    public ValueTypes(GraphModel model)
    {
        leaves[typeof(CursorText)] = Cursor;
        foreach (var scalar in model.Scalars)
            leaves[scalar.Value] = new TextScalarType(scalar);
        idTags = model.Types
            .SelectMany(type => type.Fields.OfType<ScalarDeclaration>())
            .Where(field => field.IdTag is not null)
            .DistinctBy(field => field.Value.ReturnType)
            .ToDictionary(field => field.Value.ReturnType, field => field.IdTag!.Value);
    }

    public IGraphType Id { get; } = new IdGraphType();

    public IGraphType Cursor { get; } = new CursorScalar();

    public bool IsId(Type type, out char tag) => idTags.TryGetValue(type, out tag);

    /// <summary>The leaf type for a value type; codes without a scalar of their own are strings.</summary>
    public IGraphType Leaf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (idTags.ContainsKey(type))
            return Id;
        if (leaves.TryGetValue(type, out var leaf))
            return leaf;
        if (type.IsEnum)
            return leaves[type] = EnumType(type);
        return IsCode(type)
            ? leaves[type] = leaves[typeof(string)]
            : throw new InvalidOperationException($"{type.Name} has no leaf type in the graph.");
    }

    /// <summary>Whether any text is taken as a value of it: a code without a scalar of its own.</summary>
    public bool IsPlainText(Type type) => ReferenceEquals(Leaf(type), leaves[typeof(string)]);

    /// <summary>Whether it is a code: text in the database and in the graph.</summary>
    public static bool IsCode(Type type)
        => (Nullable.GetUnderlyingType(type) ?? type).GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ICode<>));

    private static EnumerationGraphType EnumType(Type type)
    {
        var graph = new EnumerationGraphType { Name = type.Name, Description = Descriptions.Of(type) };
        foreach (var member in type.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var value = member.GetValue(null)!;
            graph.Add(new EnumValueDefinition(EnumNames.NameOf(type, value), value) { Description = Descriptions.Of(member) });
        }

        return graph;
    }
}
