using AgencyGraph.Storage;

namespace AgencyGraph.Receipts;

/// <summary>Names a designation of an agency's receiver.</summary>
public readonly record struct ReceiverDesignationId(Guid Value) : IRecordId<ReceiverDesignationId>
{
    public static ReceiverDesignationId New() => new(Guid.CreateVersion7());

    public static ReceiverDesignationId From(Guid value) => new(value);

    public int CompareTo(ReceiverDesignationId other) => Value.CompareTo(other.Value);

    public static bool operator <(ReceiverDesignationId left, ReceiverDesignationId right) => left.CompareTo(right) < 0;

    public static bool operator >(ReceiverDesignationId left, ReceiverDesignationId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReceiverDesignationId left, ReceiverDesignationId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReceiverDesignationId left, ReceiverDesignationId right) => left.CompareTo(right) >= 0;
}
