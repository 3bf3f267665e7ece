using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace AgencyGraph.Storage;

/// <summary>How the rows of an entity stand in its table, as the model maps them: columns, conversions, what is null.</summary>
internal sealed class TableRows
{
    private readonly Func<object, object?[]> values;

    public TableRows(IEntityType entity)
    {
        var row = Expression.Parameter(typeof(object));
        var columns = Columns(entity, Expression.Convert(row, entity.ClrType)).ToList();
        Row = entity.ClrType;
        Table = entity.GetTableName() ?? throw new InvalidOperationException($"{entity.Name} has no table.");
        ColumnNames = [.. columns.Select(column => column.Name)];
        var stored = Expression.NewArrayInit(typeof(object), columns.Select(column => column.Value));
        values = Expression.Lambda<Func<object, object?[]>>(stored, row).Compile();
    }

    /// <summary>The rows' type.</summary>
    public Type Row { get; }

    public string Table { get; }

    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>A row's values as the database keeps them, in the order of <see cref="ColumnNames"/>.</summary>
    public object?[] ValuesOf(object row) => values(row);

    /// <summary>Every entity that has a table, each after the others to which its rows refer.</summary>
    public static IReadOnlyList<TableRows> InOrder(IModel model)
    {
        var ordered = new List<IEntityType>();
        foreach (var entity in model.GetEntityTypes().Where(entity => entity.GetTableName() is not null))
            Place(entity, ordered, []);
        return [.. ordered.Select(entity => new TableRows(entity))];
    }

    private static void Place(IEntityType entity, List<IEntityType> ordered, HashSet<IEntityType> below)
    {
        if (ordered.Contains(entity))
            return;
        if (!below.Add(entity))
            throw new InvalidOperationException($"{entity.Name} refers to itself by way of others: rows have no order.");
        foreach (var principal in entity.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(principal => principal != entity))
            Place(principal, ordered, below);
        ordered.Add(entity);
    }

    private static IEnumerable<(string Name, Expression Value)> Columns(ITypeBase type, Expression instance)
    {
        foreach (var property in type.GetProperties())
            yield return (property.GetColumnName(), Stored(property, Member(property, instance)));
        foreach (var part in type.GetComplexProperties())
        {
            var member = Member(part, instance);
            foreach (var (name, value) in Columns(part.ComplexType, member))
                yield return (name, NullWhere(member, value));
        }
    }

    private static MemberExpression Member(IPropertyBase property, Expression instance)
        => Expression.Property(
            instance, property.PropertyInfo ?? throw new InvalidOperationException($"{property.Name} is no member of its class."));

    private static Expression Stored(IProperty property, Expression value)
    {
        var known = Nullable.GetUnderlyingType(value.Type) is { } type ? Expression.Convert(value, type) : value;
        var stored = property.GetTypeMapping().Converter is { } converter ? Converted(converter.ConvertToProviderExpression, known) : known;
        return NullWhere(value, Expression.Convert(stored, typeof(object)));
    }

    private static Expression Converted(LambdaExpression conversion, Expression value)
        => ReplacingExpressionVisitor.Replace(
            conversion.Parameters[0],
            conversion.Parameters[0].Type == value.Type ? value : Expression.Convert(value, conversion.Parameters[0].Type),
            conversion.Body);

    private static Expression NullWhere(Expression isNull, Expression value)
        => isNull.Type.IsValueType && Nullable.GetUnderlyingType(isNull.Type) is null
            ? value
            : Expression.Condition(
                Expression.Equal(isNull, Expression.Constant(null, isNull.Type)), Expression.Constant(null, typeof(object)), value);
}
