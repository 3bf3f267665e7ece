using AgencyGraph.Storage;

namespace AgencyGraph.Registrations;

/// <summary>Names the taking of an agency into the directory.</summary>
public readonly record struct AgencyRegistrationId(Guid Value) : IRecordId<AgencyRegistrationId>
{
    public static AgencyRegistrationId New() => new(Guid.CreateVersion7());

    public static AgencyRegistrationId From(Guid value) => new(value);

    public int CompareTo(AgencyRegistrationId other) => Value.CompareTo(other.Value);

    public static bool operator <(AgencyRegistrationId left, AgencyRegistrationId right) => left.CompareTo(right) < 0;

    public static bool operator >(AgencyRegistrationId left, AgencyRegistrationId right) => left.CompareTo(right) > 0;

    public static bool operator <=(AgencyRegistrationId left, AgencyRegistrationId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AgencyRegistrationId left, AgencyRegistrationId right) => left.CompareTo(right) >= 0;
}
