using System.Linq.Expressions;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Declarations;

/// <summary>One field of a graph type: what it is called, who may see it, and where in the model it comes from.</summary>
public abstract record FieldDeclaration(string Name, Detail Detail, string Description);

/// <summary>A value on the row itself.</summary>
/// <param name="Value">From the row to the value.</param>
/// <param name="IsRequired">Whether the model always has it; it is still nullable in the graph where a rule can withhold it.</param>
/// <param name="IdTag">For a node's id, the tag of its type; otherwise null.</param>
/// <param name="IsFreeText">Free text is read by query and never pushed.</param>
public sealed record ScalarDeclaration(
    string Name, Detail Detail, string Description, LambdaExpression Value, bool IsRequired, char? IdTag = null, bool IsFreeText = false)
    : FieldDeclaration(Name, Detail, Description);

/// <summary>An object whose columns are joined to the row: a value, public reference data, or a facet of the row itself.</summary>
/// <param name="Exists">When it is there; null where the model always has it.</param>
public sealed record ObjectDeclaration(string Name, Detail Detail, string Description, LambdaExpression Target, Type Graph, LambdaExpression? Exists)
    : FieldDeclaration(Name, Detail, Description);

/// <summary>A governed record to which the row refers by id; read under its own row rule, so it may be null although the id is not.</summary>
public sealed record ReferenceDeclaration(string Name, Detail Detail, string Description, LambdaExpression Key, Type Graph)
    : FieldDeclaration(Name, Detail, Description);

/// <summary>Many rows that belong to this one.</summary>
/// <param name="Key">From this row to the key that the links carry.</param>
/// <param name="Link">How to get from the link's rows to the target's.</param>
public sealed record ListDeclaration(
    string Name, Detail Detail, string Description, LambdaExpression Key, Link Link, Type Graph, ListShape Shape, Listing Listing)
    : FieldDeclaration(Name, Detail, Description);

/// <summary>The markers of what is withheld from this caller on this row.</summary>
public sealed record WithheldDeclaration(string Name, Detail Detail, string Description) : FieldDeclaration(Name, Detail, Description);

/// <summary><c>__typename</c>.</summary>
public sealed record TypeNameDeclaration : FieldDeclaration
{
    private TypeNameDeclaration() : base("__typename", Detail.Open, "The name of the type.")
    {
    }

    public static TypeNameDeclaration Instance { get; } = new();
}

public enum ListShape
{
    /// <summary>A short list, whole.</summary>
    Whole,

    /// <summary>The first row in the list's order, as an object.</summary>
    First,

    /// <summary>A Relay connection.</summary>
    Connection,
}
