using System.Linq.Expressions;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Declarations;

/// <summary>The words in which a graph type over <typeparamref name="T"/> is declared, a line a field.</summary>
public abstract class DeclaredType<T>(string name, string description) : DeclaredType(name, description, typeof(T))
    where T : class
{
    /// <summary>The opaque id of a node.</summary>
    public void Id<TId>(char tag, Expression<Func<T, TId>> id)
        => Add(new ScalarDeclaration("id", Detail.Open, "Opaque; names this object everywhere and for good.", id, true, tag));

    /// <summary>The id of another node, for who may know no more of it.</summary>
    public void IdOf<TId>(string name, char tag, Expression<Func<T, TId>> id, Detail detail, string description)
        => Add(new ScalarDeclaration(name, detail, description, id, true, tag));

    /// <summary>A value that the model always has.</summary>
    public void Field<TValue>(string name, Expression<Func<T, TValue>> value, Detail detail, string description)
        => Add(new ScalarDeclaration(name, detail, description, value, true));

    /// <summary>A value that the model may lack.</summary>
    public void Optional<TValue>(string name, Expression<Func<T, TValue>> value, Detail detail, string description)
        => Add(new ScalarDeclaration(name, detail, description, value, false));

    /// <summary>Free text: read by query, never pushed, never to be trusted as markup.</summary>
    public void FreeText(string name, Expression<Func<T, string?>> value, Detail detail, string description)
        => Add(new ScalarDeclaration(name, detail, description + " Free text: not to be trusted as markup; not available in subscriptions.", value, false, IsFreeText: true));

    /// <summary>An object that the model always has, joined to the row.</summary>
    public void Object<TTarget>(string name, Expression<Func<T, TTarget?>> target, Type graph, Detail detail, string description)
        => Add(new ObjectDeclaration(name, detail, description, target, graph, null));

    /// <summary>An object that the model may lack, joined to the row.</summary>
    public void OptionalObject<TTarget>(string name, Expression<Func<T, TTarget?>> target, Type graph, Detail detail, string description)
    {
        ArgumentNullException.ThrowIfNull(target);
        var exists = Expression.Lambda(Expression.NotEqual(target.Body, Expression.Constant(null, target.Body.Type)), target.Parameters);
        Add(new ObjectDeclaration(name, detail, description, target, graph, exists));
    }

    /// <summary>Some fields of the row as an object of their own; null until <paramref name="exists"/> holds.</summary>
    public void Facet(string name, Type graph, Expression<Func<T, bool>> exists, Detail detail, string description)
        => Add(new ObjectDeclaration(name, detail, description, (Expression<Func<T, T>>)(row => row), graph, exists));

    /// <summary>A governed record that the row names by its id.</summary>
    public void Reference<TKey>(string name, Expression<Func<T, TKey>> key, Type graph, Detail detail, string description)
        => Add(new ReferenceDeclaration(name, detail, description, key, graph));

    /// <summary>A short list, whole.</summary>
    public void Many<TKey>(string name, Expression<Func<T, TKey>> key, Link link, Type graph, Listing listing, Detail detail, string description)
        => Add(new ListDeclaration(name, detail, description, key, link, graph, ListShape.Whole, listing));

    /// <summary>The first of many.</summary>
    public void First<TKey>(string name, Expression<Func<T, TKey>> key, Link link, Type graph, Listing listing, Detail detail, string description)
        => Add(new ListDeclaration(name, detail, description, key, link, graph, ListShape.First, listing));

    /// <summary>A Relay connection.</summary>
    public void Connection<TKey>(string name, Expression<Func<T, TKey>> key, Link link, Type graph, Listing listing, Detail detail, string description)
        => Add(new ListDeclaration(name, detail, description, key, link, graph, ListShape.Connection, listing));

    /// <summary>Adds the list of what is withheld here.</summary>
    public void Withheld()
        => Add(new WithheldDeclaration("withheld", Detail.Open, "What exists here but is withheld from you, where you may know that it exists."));

    /// <summary>That <paramref name="detail"/> can be withheld here, and how to tell that there is anything.</summary>
    public void Withholds(Detail detail, string field, Expression<Func<T, bool>> exists) => Withholdable[detail] = (field, exists);
}

/// <summary>Over a record that row rules govern.</summary>
public abstract class RecordGraph<T>(string name, string description) : DeclaredType<T>(name, description), IRecordGraph
    where T : class, IGoverned<T>
{
    private LambdaExpression? ledgerId;
    private LambdaExpression? ledgerVersion;

    /// <summary>That of the record, but for a type that shows less of it to more people.</summary>
    public virtual RecordKind Kind => T.Kind;

    public LabelSet Labels { get; } = LabelSet.Of(T.Labels);

    /// <summary>Its own id and version, unless <see cref="Ledgered"/> says otherwise.</summary>
    public LambdaExpression LedgerId => ledgerId ?? Fields.OfType<ScalarDeclaration>().FirstOrDefault(scalar => scalar.IdTag is not null)?.Value
        ?? throw new InvalidOperationException($"{Name} has no id by which the ledger could name what is shown of it.");

    public LambdaExpression? LedgerVersion => ledgerId is null ? Fields.OfType<ScalarDeclaration>().FirstOrDefault(scalar => scalar.Name == "version")?.Value : ledgerVersion;

    /// <summary>By which record the ledger names a row that has no id of its own in the graph.</summary>
    protected void Ledgered<TId>(Expression<Func<T, TId>> id, Expression<Func<T, int>>? version = null) => (ledgerId, ledgerVersion) = (id, version);
}

/// <summary>Over rows that are part of a governed record and are seen wherever that is.</summary>
public abstract class PartGraph<T, TWhole>(string name, string description, Expression<Func<T, TWhole?>> whole) : DeclaredType<T>(name, description), IPartGraph
    where T : class
    where TWhole : class, IGoverned<TWhole>
{
    public LambdaExpression Whole { get; } = whole;

    public LabelSet Labels { get; } = LabelSet.Of(TWhole.Labels);
}

/// <summary>Over a value inside another row; it is seen as its owner is.</summary>
public abstract class ValueGraph<T>(string name, string description) : DeclaredType<T>(name, description)
    where T : class;

/// <summary>Over reference data that everybody who signs in may see.</summary>
public abstract class PublicGraph<T>(string name, string description) : DeclaredType<T>(name, description)
    where T : class;
