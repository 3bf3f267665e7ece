using AgencyGraph.Storage;

namespace AgencyGraph.AccessHistory;

/// <summary>Names an alert about a reader.</summary>
public readonly record struct AccessAlertId(Guid Value) : IRecordId<AccessAlertId>
{
    public static AccessAlertId New() => new(Guid.CreateVersion7());

    public static AccessAlertId From(Guid value) => new(value);

    public int CompareTo(AccessAlertId other) => Value.CompareTo(other.Value);

    public static bool operator <(AccessAlertId left, AccessAlertId right) => left.CompareTo(right) < 0;

    public static bool operator >(AccessAlertId left, AccessAlertId right) => left.CompareTo(right) > 0;

    public static bool operator <=(AccessAlertId left, AccessAlertId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AccessAlertId left, AccessAlertId right) => left.CompareTo(right) >= 0;
}
