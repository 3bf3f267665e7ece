using AgencyGraph.Storage;

namespace AgencyGraph.Conflicts;

/// <summary>Names a decision on a conflict of interest.</summary>
public readonly record struct ConflictDecisionId(Guid Value) : IRecordId<ConflictDecisionId>
{
    public static ConflictDecisionId New() => new(Guid.CreateVersion7());

    public static ConflictDecisionId From(Guid value) => new(value);

    public int CompareTo(ConflictDecisionId other) => Value.CompareTo(other.Value);

    public static bool operator <(ConflictDecisionId left, ConflictDecisionId right) => left.CompareTo(right) < 0;

    public static bool operator >(ConflictDecisionId left, ConflictDecisionId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ConflictDecisionId left, ConflictDecisionId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ConflictDecisionId left, ConflictDecisionId right) => left.CompareTo(right) >= 0;
}
