using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;
using GraphQL;
using GraphQL.Types;

namespace AgencyGraph.Contract.Engine;

/// <summary>The engine's object types, made from the declarations. Their resolvers only pick from rows that were read at the root.</summary>
internal sealed class OutputTypes
{
    private readonly GraphModel model;
    private readonly ValueTypes values;
    private readonly PagingArguments paging;
    private readonly Dictionary<DeclaredType, ObjectGraphType> objects;
    private readonly Dictionary<DeclaredType, ObjectGraphType> connections = [];
    private readonly ObjectGraphType withheld;

    public OutputTypes(GraphModel model, ValueTypes values, PagingArguments paging)
    {
        (this.model, this.values, this.paging) = (model, values, paging);
        withheld = WithheldType();
        Node = NodeType(values.Id);
        objects = model.Types.ToDictionary(type => type, type => new ObjectGraphType { Name = type.Name, Description = type.Description });
        foreach (var (type, graph) in objects)
            Fill(type, graph);
    }

    public InterfaceGraphType Node { get; }

    public ObjectGraphType PageInfo { get; } = ConnectionTypes.PageInfo();

    public ObjectGraphType Of(DeclaredType type) => objects[type];

    public IEnumerable<ObjectGraphType> All => objects.Values;

    public ObjectGraphType ConnectionOf(DeclaredType type)
    {
        if (!connections.TryGetValue(type, out var connection))
            connections[type] = connection = ConnectionTypes.Connection(type.Name, objects[type], values.Cursor, PageInfo);
        return connection;
    }

    private void Fill(DeclaredType type, ObjectGraphType graph)
    {
        foreach (var field in type.Fields)
        {
            var added = graph.AddField(new FieldType
            {
                Name = field.Name,
                Description = field.Detail == Detail.Open ? field.Description : $"{field.Description} Detail class: {field.Detail}.",
                ResolvedType = TypeOf(field),
                Arguments = field is ListDeclaration { Shape: ListShape.Connection } list ? paging.Of(list.Listing) : null,
                Resolver = RowResolver.For(field),
            });
            _ = added.WithMetadata(FreeTextIsNotPushed.Metadata, field is ScalarDeclaration { IsFreeText: true });
        }

        if (type.NodeTag is not null)
        {
            graph.AddResolvedInterface(Node);
            Node.AddPossibleType(graph);
        }
    }

    private IGraphType TypeOf(FieldDeclaration field) => field switch
    {
        ScalarDeclaration scalar => Scalar(scalar),
        ObjectDeclaration target => RequiredIf(field.Detail == Detail.Open && target.Exists is null, objects[model.Of(target.Graph)]),
        ReferenceDeclaration reference => objects[model.Of(reference.Graph)],
        ListDeclaration { Shape: ListShape.First } list => objects[model.Of(list.Graph)],
        ListDeclaration { Shape: ListShape.Connection } list => RequiredIf(field.Detail == Detail.Open, ConnectionOf(model.Of(list.Graph))),
        ListDeclaration list => RequiredIf(field.Detail == Detail.Open, ListOf(objects[model.Of(list.Graph)])),
        WithheldDeclaration => new NonNullGraphType(ListOf(withheld)),
        _ => throw new InvalidOperationException($"{field.Name} has no type in the graph."),
    };

    private IGraphType Scalar(ScalarDeclaration scalar)
    {
        var type = scalar.Value.ReturnType;
        var leaf = InputMember.ElementOf(type) is { } element ? ListOf(values.Leaf(element)) : values.Leaf(type);
        return RequiredIf(scalar is { Detail: Detail.Open, IsRequired: true }, leaf);
    }

    private ObjectGraphType WithheldType()
    {
        var type = new ObjectGraphType { Name = "Withheld", Description = "That a field holds something which you may not see, but may know of." };
        _ = type.AddField(new FieldType { Name = "field", Description = "The field that holds it.", ResolvedType = new NonNullGraphType(new StringGraphType()), Resolver = Pick.From<Withheld>(marker => marker.Field) });
        _ = type.AddField(new FieldType { Name = "reason", Description = "The detail class that is withheld from you.", ResolvedType = new NonNullGraphType(values.Leaf(typeof(Detail))), Resolver = Pick.From<Withheld>(marker => marker.Reason) });
        return type;
    }

    private static InterfaceGraphType NodeType(IGraphType id)
    {
        var node = new InterfaceGraphType { Name = "Node", Description = "An object with an id that names it everywhere and for good." };
        _ = node.AddField(new FieldType { Name = "id", Description = "Opaque.", ResolvedType = new NonNullGraphType(id) });
        return node;
    }

    private static ListGraphType ListOf(IGraphType item) => new(new NonNullGraphType(item));

    private static IGraphType RequiredIf(bool isRequired, IGraphType type) => isRequired ? new NonNullGraphType(type) : type;
}
