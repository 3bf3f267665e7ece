using AgencyGraph.Storage;

namespace AgencyGraph.Suspensions;

/// <summary>Names a decision on somebody's access.</summary>
public readonly record struct AccessDecisionId(Guid Value) : IRecordId<AccessDecisionId>
{
    public static AccessDecisionId New() => new(Guid.CreateVersion7());

    public static AccessDecisionId From(Guid value) => new(value);

    public int CompareTo(AccessDecisionId other) => Value.CompareTo(other.Value);

    public static bool operator <(AccessDecisionId left, AccessDecisionId right) => left.CompareTo(right) < 0;

    public static bool operator >(AccessDecisionId left, AccessDecisionId right) => left.CompareTo(right) > 0;

    public static bool operator <=(AccessDecisionId left, AccessDecisionId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AccessDecisionId left, AccessDecisionId right) => left.CompareTo(right) >= 0;
}
