using AgencyGraph.Storage;

namespace AgencyGraph.Receipts;

/// <summary>Names a link from one agency to another.</summary>
public readonly record struct AgencyLinkId(Guid Value) : IRecordId<AgencyLinkId>
{
    public static AgencyLinkId New() => new(Guid.CreateVersion7());

    public static AgencyLinkId From(Guid value) => new(value);

    public int CompareTo(AgencyLinkId other) => Value.CompareTo(other.Value);

    public static bool operator <(AgencyLinkId left, AgencyLinkId right) => left.CompareTo(right) < 0;

    public static bool operator >(AgencyLinkId left, AgencyLinkId right) => left.CompareTo(right) > 0;

    public static bool operator <=(AgencyLinkId left, AgencyLinkId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AgencyLinkId left, AgencyLinkId right) => left.CompareTo(right) >= 0;
}
