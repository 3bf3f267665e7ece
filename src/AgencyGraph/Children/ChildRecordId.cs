using AgencyGraph.Storage;

namespace AgencyGraph.Children;

/// <summary>Names one agency's record of a child.</summary>
public readonly record struct ChildRecordId(Guid Value) : IRecordId<ChildRecordId>
{
    public static ChildRecordId New() => new(Guid.CreateVersion7());

    public static ChildRecordId From(Guid value) => new(value);

    public int CompareTo(ChildRecordId other) => Value.CompareTo(other.Value);

    public static bool operator <(ChildRecordId left, ChildRecordId right) => left.CompareTo(right) < 0;

    public static bool operator >(ChildRecordId left, ChildRecordId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ChildRecordId left, ChildRecordId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ChildRecordId left, ChildRecordId right) => left.CompareTo(right) >= 0;
}
