using AgencyGraph.Storage;

namespace AgencyGraph.AccessHistory;

/// <summary>Names what one reader was shown of one child on one day.</summary>
public readonly record struct ChildAccessId(Guid Value) : IRecordId<ChildAccessId>
{
    public static ChildAccessId New() => new(Guid.CreateVersion7());

    public static ChildAccessId From(Guid value) => new(value);

    public int CompareTo(ChildAccessId other) => Value.CompareTo(other.Value);

    public static bool operator <(ChildAccessId left, ChildAccessId right) => left.CompareTo(right) < 0;

    public static bool operator >(ChildAccessId left, ChildAccessId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ChildAccessId left, ChildAccessId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ChildAccessId left, ChildAccessId right) => left.CompareTo(right) >= 0;
}
