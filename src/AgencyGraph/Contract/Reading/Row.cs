namespace AgencyGraph.Contract.Reading;

/// <summary>One row as read for a selection: its values, and where each response key finds its own.</summary>
public sealed class Row(object?[] values, View view)
{
    /// <summary>The value for a response key: a scalar, a <see cref="Row"/>, a list of rows or a <see cref="Page"/>; null where withheld or missing.</summary>
    public object? this[string key] => view.Slots[key].Read(values);

    public View View => view;

    /// <summary>The same row seen through another selection.</summary>
    public Row Through(View other) => new(values, other);

    internal object?[] Values => values;
}

/// <summary>Where the response keys of one selection find their values in a row, in the order of the selection.</summary>
public sealed class View(string typeName)
{
    private readonly List<(SelectedField Field, Slot Slot)> fields = [];

    public string TypeName { get; } = typeName;

    public Dictionary<string, Slot> Slots { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<(SelectedField Field, Slot Slot)> Fields => fields;

    public void Add(SelectedField field, Slot slot)
    {
        ArgumentNullException.ThrowIfNull(field);
        fields.Add((field, slot));
        Slots[field.Key] = slot;
    }
}

/// <summary>How one response key reads its value from the row's values.</summary>
public abstract class Slot
{
    public abstract object? Read(object?[] values);
}

/// <summary>A value, or what a lower level put there.</summary>
public sealed class ValueSlot(int index) : Slot
{
    public int Index => index;

    public override object? Read(object?[] values) => values[index];
}

/// <summary>The same on every row.</summary>
public sealed class ConstantSlot(string value) : Slot
{
    public string Value => value;

    public override object? Read(object?[] values) => value;
}

/// <summary>What the caller's role may never see.</summary>
public sealed class NothingSlot : Slot
{
    public static NothingSlot Instance { get; } = new();

    public override object? Read(object?[] values) => null;
}

/// <summary>An object whose columns are on the same row; absent where its presence column is not true.</summary>
public sealed class ObjectSlot(int? presence, View view) : Slot
{
    public int? Presence => presence;

    public View View => view;

    public override object? Read(object?[] values) => presence is { } index && values[index] is not true ? null : new Row(values, view);
}

/// <summary>The markers of what is withheld: one truth column for each marked class.</summary>
public sealed class WithheldSlot(IReadOnlyList<(int Index, Withheld Marker)> markers) : Slot
{
    public IReadOnlyList<(int Index, Withheld Marker)> Markers => markers;

    public override object? Read(object?[] values)
        => markers.Where(marker => values[marker.Index] is true).Select(marker => marker.Marker).ToArray();
}
