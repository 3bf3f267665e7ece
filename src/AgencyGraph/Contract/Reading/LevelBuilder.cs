using System.Linq.Expressions;
using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.Contract.Reading;

/// <summary>Gathers the columns of one level, each guarded by its detail class.</summary>
internal sealed class LevelBuilder(GraphModel model, PageReader pages)
{
    private readonly List<Expression> columns = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<LowerLevel> lower = [];

    public IReadOnlyList<Expression> Columns => columns;

    public IReadOnlyList<LowerLevel> Lower => lower;

    /// <summary>Adds what is selected of the row at <paramref name="source"/>.</summary>
    /// <param name="path">Names the source within the level, so that a column is read once however often it is selected.</param>
    /// <param name="guard">When the source is there and shown; null for always.</param>
    public View View(Selection selection, Expression source, string path, Scope scope, Expression? guard)
    {
        var view = new View(selection.Graph.Name);
        foreach (var selected in selection.Fields)
            view.Add(selected, SlotFor(selected, selection.Graph, source, path, scope, guard));
        return view;
    }

    public int Column(Expression value, string place)
    {
        if (!places.TryGetValue(place, out var index))
        {
            places[place] = index = columns.Count;
            columns.Add(Expression.Convert(value, typeof(object)));
        }

        return index;
    }

    private Slot SlotFor(SelectedField selected, DeclaredType graph, Expression source, string path, Scope scope, Expression? guard)
    {
        if (selected.Field is WithheldDeclaration)
            return WithheldSlotFor(graph, source, path, scope);
        if (selected.Field is TypeNameDeclaration)
            return new ConstantSlot(graph.Name);

        var shown = Conditions.And(guard, scope.Shows(selected.Field.Detail));
        if (Conditions.IsFalse(shown))
            return NothingSlot.Instance;

        return selected.Field switch
        {
            ScalarDeclaration scalar => new ValueSlot(Guarded(NavigationGuard.Apply(scalar.Value, source, scope.Context), shown, $"{path}.{scalar.Name}")),
            ObjectDeclaration target => ObjectSlotFor(selected, target, source, path, scope, shown),
            ReferenceDeclaration reference => ReferenceSlotFor(selected, reference, source, path, scope, shown),
            ListDeclaration list => ListSlotFor(selected, graph, list, source, path, scope, shown),
            _ => throw new InvalidOperationException($"{graph.Name}.{selected.Field.Name} cannot be read."),
        };
    }

    private int Guarded(Expression value, Expression shown, string place)
    {
        if (Conditions.IsTrue(shown))
            return Column(value, place);
        var nullable = Conditions.Nullable(value.Type);
        return Column(Expression.Condition(shown, Conditions.To(value, nullable), Expression.Constant(null, nullable)), place);
    }

    private ObjectSlot ObjectSlotFor(
        SelectedField selected, ObjectDeclaration declaration, Expression source, string path, Scope scope, Expression shown)
    {
        var target = Replace.Parameter(declaration.Target, source);
        var there = declaration.Exists is { } exists ? Conditions.And(shown, Replace.Parameter(exists, source)) : shown;
        var place = $"{path}.{declaration.Name}";
        int? presence = Conditions.IsTrue(there) ? null : Column(there, place + "?");
        var graph = selected.Sub!.Graph;
        return new ObjectSlot(presence, View(selected.Sub, target, place, scope.For(graph, target), Conditions.IsTrue(there) ? null : there));
    }

    private ValueSlot ReferenceSlotFor(
        SelectedField selected, ReferenceDeclaration declaration, Expression source, string path, Scope scope, Expression shown)
    {
        var key = Guarded(Replace.Parameter(declaration.Key, source), shown, $"{path}.{declaration.Name}#");
        var graph = selected.Sub!.Graph;
        var level = pages.Level(selected.Sub, Links.ById(graph), null, scope.Context);
        return Lowered(key, LevelShape.One, level);
    }

    private ValueSlot ListSlotFor(
        SelectedField selected, DeclaredType owner, ListDeclaration declaration, Expression source, string path, Scope scope, Expression shown)
    {
        var key = Guarded(Replace.Parameter(declaration.Key, source), shown, $"{path}.{declaration.Name}#");
        if (selected.Connection is { } connection)
            return Lowered(key, LevelShape.Page, pages.PageLevel(model.Of(declaration.Graph), connection, selected.Page!, declaration.Listing, declaration.Link, $"{owner.Name}.{declaration.Name}", scope.Context));

        var shape = declaration.Shape == ListShape.First ? LevelShape.One : LevelShape.Many;
        return Lowered(key, shape, pages.Level(selected.Sub!, declaration.Link, declaration.Listing, scope.Context));
    }

    private ValueSlot Lowered(int keyIndex, LevelShape shape, Level level)
    {
        columns.Add(Expression.Constant(null, typeof(object)));
        lower.Add(new LowerLevel(keyIndex, columns.Count - 1, shape, level));
        return new ValueSlot(columns.Count - 1);
    }

    private WithheldSlot WithheldSlotFor(DeclaredType graph, Expression source, string path, Scope scope)
    {
        var markers = new List<(int, Withheld)>();
        foreach (var (detail, (field, exists)) in graph.Withholdable.Where(entry => scope.Context.Grant[entry.Key].IsMarked))
        {
            var hidden = NavigationGuard.ApplyHidden(exists, source, scope, detail);
            if (!Conditions.IsFalse(hidden))
                markers.Add((Column(hidden, $"{path}.withheld.{detail}"), new Withheld(field, detail)));
        }

        return new WithheldSlot(markers);
    }
}
