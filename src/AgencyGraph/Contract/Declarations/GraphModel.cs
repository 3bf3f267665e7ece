using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Declarations;

/// <summary>The whole graph as declared: types, root fields and updates. Built once at start-up; the engine and the reads are made from it.</summary>
public sealed class GraphModel
{
    private readonly Dictionary<Type, DeclaredType> types = [];
    private readonly List<RootField> rootFields = [];
    private readonly List<UpdateType> updates = [];
    private readonly List<TextScalar> scalars = [];

    public GraphModel(IEnumerable<IGraphModule> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var module in modules)
            module.Declare(this);
        GraphModelCheck.Run(this);
    }

    public IReadOnlyCollection<DeclaredType> Types => types.Values;

    public IReadOnlyList<RootField> RootFields => rootFields;

    public IReadOnlyList<UpdateType> Updates => updates;

    public void Type(DeclaredType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        types.Add(type.GetType(), type);
    }

    public DeclaredType Of(Type graph) => types.TryGetValue(graph, out var type)
        ? type
        : throw new InvalidOperationException($"The graph type {graph.Name} is named by a field but no module declares it.");

    public TGraph Of<TGraph>() where TGraph : DeclaredType => (TGraph)Of(typeof(TGraph));

    public IReadOnlyList<TextScalar> Scalars => scalars;

    /// <summary>A value type that is text in the graph.</summary>
    public void Scalar(TextScalar scalar) => scalars.Add(scalar);

    /// <summary>The node type whose ids carry the tag; null when there is none.</summary>
    public DeclaredType? ByTag(char tag) => types.Values.FirstOrDefault(type => type.NodeTag == tag);

    /// <summary>The node type whose records are of this kind.</summary>
    public DeclaredType NodeOf(RecordKind kind) => types.Values.First(type => type.NodeTag is not null && type is IRecordGraph record && record.Kind == kind);

    /// <summary>The node types that an update shows.</summary>
    public IEnumerable<DeclaredType> ShownBy(UpdateType update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return update.IsHandleOnly ? []
            : update.Graph is { } graph ? [Of(graph)]
            : types.Values.Where(type => type.NodeTag is not null && type is IRecordGraph
            {
                Kind: RecordKind.Child or RecordKind.ChildRecord or RecordKind.Incident or RecordKind.Referral or RecordKind.MissingEpisode,
            });
    }

    public void Root(RootField field) => rootFields.Add(field);

    public void Update(UpdateType update) => updates.Add(update);
}
