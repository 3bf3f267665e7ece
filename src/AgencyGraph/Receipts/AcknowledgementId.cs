using AgencyGraph.Storage;

namespace AgencyGraph.Receipts;

/// <summary>Names a consumer's acknowledgement.</summary>
public readonly record struct AcknowledgementId(Guid Value) : IRecordId<AcknowledgementId>
{
    public static AcknowledgementId New() => new(Guid.CreateVersion7());

    public static AcknowledgementId From(Guid value) => new(value);

    public int CompareTo(AcknowledgementId other) => Value.CompareTo(other.Value);

    public static bool operator <(AcknowledgementId left, AcknowledgementId right) => left.CompareTo(right) < 0;

    public static bool operator >(AcknowledgementId left, AcknowledgementId right) => left.CompareTo(right) > 0;

    public static bool operator <=(AcknowledgementId left, AcknowledgementId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AcknowledgementId left, AcknowledgementId right) => left.CompareTo(right) >= 0;
}
