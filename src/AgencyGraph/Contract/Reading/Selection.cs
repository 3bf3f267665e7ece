using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.Contract.Reading;

/// <summary>What a caller selected of a graph type, with fragments, aliases and conditions resolved.</summary>
public sealed record Selection(DeclaredType Graph, IReadOnlyList<SelectedField> Fields);

/// <summary>One selected field.</summary>
/// <param name="Key">The response key: the alias, or the field's name.</param>
/// <param name="Sub">What is selected of an object, a reference or a list that is no connection.</param>
/// <param name="Page">Which page of a connection.</param>
/// <param name="Connection">What is selected of a connection.</param>
public sealed record SelectedField(
    string Key, FieldDeclaration Field, Selection? Sub = null, PageRequest? Page = null, ConnectionSelection? Connection = null)
{
    /// <summary>What is selected of an object that is no declared type: the markers of what is withheld.</summary>
    public IReadOnlyList<SelectedPart>? Parts { get; init; }
}

/// <summary>What is selected of a connection.</summary>
/// <param name="Nodes">Each place where nodes are selected, by its path of response keys (<c>edges/node</c>, <c>nodes</c>).</param>
/// <param name="Fields">The connection's fields in the order of the selection.</param>
public sealed record ConnectionSelection(IReadOnlyList<NodeSelection> Nodes, bool HasTotal, IReadOnlyList<SelectedPart> Fields);

/// <summary>A selected field of a connection, of an edge or of the page's information.</summary>
public sealed record SelectedPart(string Key, string Name, IReadOnlyList<SelectedPart> Fields);

public sealed record NodeSelection(string Path, Selection Selection);

/// <summary>Which page of a connection, as asked; checked when it is read.</summary>
public sealed record PageRequest(int? First, string? After, int? Last, string? Before, string? Order, object? Filter)
{
    public const int DefaultSize = 20;
    public const int MaxSize = 100;
}
