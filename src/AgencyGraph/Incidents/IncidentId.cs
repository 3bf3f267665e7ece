using AgencyGraph.Storage;

namespace AgencyGraph.Incidents;

/// <summary>Names an incident.</summary>
public readonly record struct IncidentId(Guid Value) : IRecordId<IncidentId>
{
    public static IncidentId New() => new(Guid.CreateVersion7());

    public static IncidentId From(Guid value) => new(value);

    public int CompareTo(IncidentId other) => Value.CompareTo(other.Value);

    public static bool operator <(IncidentId left, IncidentId right) => left.CompareTo(right) < 0;

    public static bool operator >(IncidentId left, IncidentId right) => left.CompareTo(right) > 0;

    public static bool operator <=(IncidentId left, IncidentId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IncidentId left, IncidentId right) => left.CompareTo(right) >= 0;
}
