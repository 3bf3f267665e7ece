using System.Globalization;

namespace AgencyGraph.Contract.Writes.Checks;

/// <summary>Where in an input a value stands: names of fields and places in lists.</summary>
public sealed class FieldPath
{
    private readonly FieldPath? parent;
    private readonly string step;

    private FieldPath(FieldPath? parent, string step)
    {
        this.parent = parent;
        this.step = step;
    }

    /// <summary>The input itself.</summary>
    public static FieldPath Input { get; } = new(null, "");

    public FieldPath this[string field] => new(this, field);

    public FieldPath this[int place] => new(this, place.ToString(CultureInfo.InvariantCulture));

    public IReadOnlyList<string> ToList()
    {
        var steps = new List<string>();
        for (var at = this; at.parent is not null; at = at.parent)
            steps.Insert(0, at.step);
        return steps;
    }
}
