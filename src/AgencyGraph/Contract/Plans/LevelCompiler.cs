using System.Data.Common;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Plans;

/// <summary>From levels to prepared statements and what is written of their rows.</summary>
internal sealed class LevelCompiler(AgencyDb db, IPlanStore store, Probes probes)
{
    /// <summary>Every parameter that was taken as part of the plan, in order: a second compilation must find the same.</summary>
    public List<object?> Constants { get; } = [];

    /// <summary>The arguments that some statement uses.</summary>
    public HashSet<int> Used { get; } = [];

    public RootRow Lookup(string key, Level level)
    {
        var (statement, places) = Rows(level, null, 2); // One more than may be there: see RootRow.
        return new RootRow(PlanJson.Encode(key), statement, Fields(level.View, level, places, statement));
    }

    public RootPage Root(string key, Level level, CursorPlace place) => new(PlanJson.Encode(key), Page(level, null, place));

    private PlanPage Page(Level level, object? probe, CursorPlace place)
    {
        var page = level.Page!;
        if (page.IsBackward || page.HasBefore)
            throw new PlanDeclinedException("A page from the end");
        var (statement, places) = Rows(level, probe, page.Size + 1);
        return new PlanPage
        {
            Level = statement,
            Total = page.Connection.HasTotal ? Statement(store.Total(db, level, probe), probe is null ? null : 0, level.Ledgered, probe is not null && store.RunsForManyKeys ? 1 : 0) : null,
            Size = page.Size,
            HasAfter = page.HasAfter,
            Place = place,
            CursorColumns = [.. page.CursorColumns.Select(column => places[column])],
            Parts = Parts(page, level, places, statement),
        };
    }

    private List<PagePart> Parts(LevelPage page, Level level, int[] places, SqlLevel statement)
    {
        var parts = new List<PagePart>();
        var (rowParts, infoParts) = (0, 0);
        foreach (var field in page.Connection.Fields)
        {
            var name = PlanJson.Encode(field.Key);
            rowParts += field.Name is "nodes" or "edges" ? 1 : 0;
            infoParts += field.Name == "pageInfo" ? 1 : 0;
            if (rowParts > 1 || (field.Name == "pageInfo" && rowParts == 0))
                throw new PlanDeclinedException("A page whose rows do not come once and before its information");
            parts.Add(field.Name switch
            {
                "nodes" => new NodesPart(name, Fields(page.Views[field.Key], level, places, statement)),
                "edges" => new EdgesPart(name, [.. field.Fields.Select(inner => Edge(inner, field.Key, page, level, places, statement))]),
                "totalCount" => new TotalPart(name),
                "pageInfo" => new PageInfoPart(name, [.. field.Fields.Select(inner => (PlanJson.Encode(inner.Key), inner.Name))]),
                _ => new TypeNamePart(name, level.View.TypeName + "Connection"),
            });
        }

        return rowParts == 0 && infoParts > 0 ? throw new PlanDeclinedException("A page without rows") : parts;
    }

    private EdgeField Edge(SelectedPart part, string edges, LevelPage page, Level level, int[] places, SqlLevel statement) => part.Name switch
    {
        "node" => new EdgeField(PlanJson.Encode(part.Key), Fields(page.Views[$"{edges}/{part.Key}"], level, places, statement), null),
        "cursor" => new EdgeField(PlanJson.Encode(part.Key), null, null),
        _ => new EdgeField(PlanJson.Encode(part.Key), null, level.View.TypeName + "Edge"),
    };

    private List<PlanField> Fields(View view, Level level, int[] places, SqlLevel statement)
        => [.. view.Fields.Select(field => new PlanField(PlanJson.Encode(field.Field.Key), Node(field.Field, field.Slot, level, places, statement)))];

    private PlanNode Node(SelectedField field, Slot slot, Level level, int[] places, SqlLevel statement) => slot switch
    {
        NothingSlot => NullNode.Instance,
        ConstantSlot constant => new TextNode(constant.Value),
        ObjectSlot target => new ObjectNode(target.Presence is { } presence ? places[presence] : null, field.Field.Detail, Fields(target.View, level, places, statement)),
        WithheldSlot withheld => WithheldOf(field, withheld, places),
        ValueSlot value when field.Field is ScalarDeclaration scalar => new ScalarNode(places[value.Index], scalar.Detail, ColumnWriters.For(scalar)),
        ValueSlot value => LowerOf(level.Lower.First(lower => lower.ResultIndex == value.Index), field.Field.Detail, places, statement),
        _ => throw new PlanDeclinedException(slot.GetType().Name),
    };

    private PlanNode LowerOf(LowerLevel lower, Detail detail, int[] places, SqlLevel above)
    {
        var probe = probes.Key(lower.Level.Key!.Type);
        var key = places[lower.KeyIndex];
        if (lower.Shape == LevelShape.Page)
        {
            var page = Page(lower.Level, probe, PlaceOf(lower.Level.Page!));
            above.Lower.Add((key, page.Level));
            if (page.Total is { } total)
                above.Lower.Add((key, total));
            return new PageNode(key, detail, page);
        }

        var (statement, inner) = Rows(lower.Level, probe, lower.Shape == LevelShape.One ? 1 : null);
        above.Lower.Add((key, statement));
        return new LowerNode(key, statement, lower.Shape, detail, Fields(lower.Level.View, lower.Level, inner, statement));
    }

    private static WithheldNode WithheldOf(SelectedField field, WithheldSlot slot, int[] places)
    {
        if (field.Parts is null || field.Parts.Any(part => part.Name is not ("field" or "reason")))
            throw new PlanDeclinedException("Markers with more than their fields");
        return new WithheldNode([.. slot.Markers.Select(marker => (places[marker.Index], marker.Marker))])
        {
            Fields = [.. field.Parts.Select(part => (PlanJson.Encode(part.Key), part.Name == "field"))],
        };
    }

    public static CursorPlace PlaceOf(LevelPage page) => new(page.CursorScope.List, page.CursorScope.Order, page.KeyTypes);

    private (SqlLevel Statement, int[] Places) Rows(Level level, object? probe, int? take)
    {
        var (columns, places) = DistinctColumns.Of(level.Columns);
        return (Statement(store.Rows(db, level, columns, probe, take), probe is null ? null : places[0], At(level.Ledgered, places)), places);
    }

    private static LedgerColumns? At(LedgerColumns? columns, int[] places)
        => columns is { Id: { } id } ? columns with { Id = places[id], Version = columns.Version is { } version ? places[version] : null } : columns;

    private SqlLevel Statement(DbCommand command, int? keyColumn, LedgerColumns? ledgered, int countColumn = 0)
    {
        using (command)
        {
            return new SqlLevel(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => new SqlParameter(parameter.ParameterName, Leaf(parameter.Value)))])
            {
                KeyColumn = keyColumn,
                CountColumn = countColumn,
                Ledgered = ledgered,
            };
        }
    }

    private PlanLeaf Leaf(object? value)
    {
        var sources = probes.Known.Where(known => SameValue.Are(store.Stored(known.Value), value)).Select(known => known.Leaf).Distinct().ToArray();
        if (sources is [var only])
        {
            if (only is PlanLeaf.Argument argument)
                _ = Used.Add(argument.Index);
            else if (only is PlanLeaf.CursorKey cursor)
                _ = Used.Add(cursor.Index);
            return only;
        }

        if (sources.Length > 1)
            throw new PlanDeclinedException("A parameter with two sources");
        Constants.Add(value);
        return new PlanLeaf.Fixed(value);
    }
}
