using AgencyGraph.Storage;

namespace AgencyGraph.Restrictions;

/// <summary>Names a decision to restrict a record, or to lift that.</summary>
public readonly record struct RestrictionDecisionId(Guid Value) : IRecordId<RestrictionDecisionId>
{
    public static RestrictionDecisionId New() => new(Guid.CreateVersion7());

    public static RestrictionDecisionId From(Guid value) => new(value);

    public int CompareTo(RestrictionDecisionId other) => Value.CompareTo(other.Value);

    public static bool operator <(RestrictionDecisionId left, RestrictionDecisionId right) => left.CompareTo(right) < 0;

    public static bool operator >(RestrictionDecisionId left, RestrictionDecisionId right) => left.CompareTo(right) > 0;

    public static bool operator <=(RestrictionDecisionId left, RestrictionDecisionId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RestrictionDecisionId left, RestrictionDecisionId right) => left.CompareTo(right) >= 0;
}
