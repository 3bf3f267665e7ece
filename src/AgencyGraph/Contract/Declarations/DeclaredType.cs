using System.Linq.Expressions;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Declarations;

/// <summary>A graph type over one class of the model, declared field by field; reads are compiled from the declarations.</summary>
public abstract class DeclaredType(string name, string description, Type row)
{
    private readonly List<FieldDeclaration> fields = [];

    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>The class of the model whose rows it shows.</summary>
    public Type Row { get; } = row;

    public IReadOnlyList<FieldDeclaration> Fields => fields;

    /// <summary>The node tag of its ids; null when it is no node.</summary>
    public char? NodeTag => fields.OfType<ScalarDeclaration>().FirstOrDefault(scalar => scalar.IdTag is not null)?.IdTag;

    /// <summary>For each detail class that can be withheld here: whether there is anything to withhold.</summary>
    public IDictionary<Detail, (string Field, LambdaExpression Exists)> Withholdable { get; } = new Dictionary<Detail, (string, LambdaExpression)>();

    public FieldDeclaration this[string fieldName] => fields.First(field => field.Name == fieldName);

    public void Add(FieldDeclaration field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (fields.Exists(other => other.Name == field.Name))
            throw new InvalidOperationException($"{Name}.{field.Name} is declared twice.");
        fields.Add(field);
    }
}
