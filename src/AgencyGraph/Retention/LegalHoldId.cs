using AgencyGraph.Storage;

namespace AgencyGraph.Retention;

/// <summary>Names a legal hold.</summary>
public readonly record struct LegalHoldId(Guid Value) : IRecordId<LegalHoldId>
{
    public static LegalHoldId New() => new(Guid.CreateVersion7());

    public static LegalHoldId From(Guid value) => new(value);

    public int CompareTo(LegalHoldId other) => Value.CompareTo(other.Value);

    public static bool operator <(LegalHoldId left, LegalHoldId right) => left.CompareTo(right) < 0;

    public static bool operator >(LegalHoldId left, LegalHoldId right) => left.CompareTo(right) > 0;

    public static bool operator <=(LegalHoldId left, LegalHoldId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LegalHoldId left, LegalHoldId right) => left.CompareTo(right) >= 0;
}
