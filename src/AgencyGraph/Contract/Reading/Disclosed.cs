using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Ledger;
using AgencyGraph.Storage;

namespace AgencyGraph.Contract.Reading;

/// <summary>
/// Notes what rows show that were read for the engine, as a plan notes it while it writes. From the top, once they are all there: a page reads one row
/// more than it shows, with all that is below it.
/// </summary>
internal static class Disclosed
{
    public static void Note(ShownRecords shown, Level level, IEnumerable<object?[]> rows)
    {
        foreach (var values in rows)
            Note(shown, level, values);
    }

    public static void Note(ShownRecords shown, Level level, Page page)
    {
        if (page.Total is not null && level.Ledgered is not null)
            shown.AddTotal();
        Note(shown, level, page.Rows.Select(row => row.Values));
    }

    private static void Note(ShownRecords shown, Level level, object?[] values)
    {
        if (level.Ledgered is { Id: { } column } ledgered && IdIn(values[column]) is { } id)
            shown.Add(new ShownRecord(ledgered.Kind, id, ledgered.Version is { } version ? (int)values[version]! : 0), ledgered.Counts);
        foreach (var view in level.Page is { } page ? page.Views.Values : [level.View])
            Note(shown, view, values);
        foreach (var lower in level.Lower)
            NoteBelow(shown, lower.Level, values[lower.ResultIndex]);
    }

    private static void NoteBelow(ShownRecords shown, Level level, object? below)
    {
        switch (below)
        {
            case Row row:
                Note(shown, level, row.Values);
                break;
            case IReadOnlyList<Row> rows:
                Note(shown, level, rows.Select(row => row.Values));
                break;
            case Page page:
                Note(shown, level, page);
                break;
        }
    }

    private static void Note(ShownRecords shown, View view, object?[] values)
    {
        foreach (var (field, slot) in view.Fields)
        {
            if (slot is WithheldSlot or ConstantSlot || IsNothing(slot.Read(values)))
                continue;
            shown.Tell(field.Field.Detail);
            if (slot is ObjectSlot inner)
                Note(shown, inner.View, values);
        }
    }

    private static Guid? IdIn(object? value) => value switch
    {
        IRecordId id => id.Value,
        Guid id => id,
        _ => null,
    };

    private static bool IsNothing(object? value) => value is null or IReadOnlyCollection<Row> { Count: 0 } or Page { Rows.Count: 0 } or Page { Views.Count: 0 };
}
