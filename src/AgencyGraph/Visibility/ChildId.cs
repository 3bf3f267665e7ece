using AgencyGraph.Storage;

namespace AgencyGraph.Visibility;

/// <summary>
/// Names one child across every agency's records. It stands here because who may see what hangs on it. It is random: an id that tells
/// its time would tell every agency that sees the child when somebody first recorded it.
/// </summary>
public readonly record struct ChildId(Guid Value) : IRecordId<ChildId>
{
    public static ChildId New() => new(Guid.NewGuid());

    public static ChildId From(Guid value) => new(value);

    public int CompareTo(ChildId other) => Value.CompareTo(other.Value);

    public static bool operator <(ChildId left, ChildId right) => left.CompareTo(right) < 0;

    public static bool operator >(ChildId left, ChildId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ChildId left, ChildId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ChildId left, ChildId right) => left.CompareTo(right) >= 0;
}
