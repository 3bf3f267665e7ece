using AgencyGraph.Storage;

namespace AgencyGraph.Timeliness;

/// <summary>Names a deadline.</summary>
public readonly record struct DeadlineId(Guid Value) : IRecordId<DeadlineId>
{
    public static DeadlineId New() => new(Guid.CreateVersion7());

    public static DeadlineId From(Guid value) => new(value);

    public int CompareTo(DeadlineId other) => Value.CompareTo(other.Value);

    public static bool operator <(DeadlineId left, DeadlineId right) => left.CompareTo(right) < 0;

    public static bool operator >(DeadlineId left, DeadlineId right) => left.CompareTo(right) > 0;

    public static bool operator <=(DeadlineId left, DeadlineId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DeadlineId left, DeadlineId right) => left.CompareTo(right) >= 0;
}
