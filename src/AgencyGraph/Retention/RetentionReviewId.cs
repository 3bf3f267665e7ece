using AgencyGraph.Storage;

namespace AgencyGraph.Retention;

/// <summary>Names a review of a record at the end of its time.</summary>
public readonly record struct RetentionReviewId(Guid Value) : IRecordId<RetentionReviewId>
{
    public static RetentionReviewId New() => new(Guid.CreateVersion7());

    public static RetentionReviewId From(Guid value) => new(value);

    public int CompareTo(RetentionReviewId other) => Value.CompareTo(other.Value);

    public static bool operator <(RetentionReviewId left, RetentionReviewId right) => left.CompareTo(right) < 0;

    public static bool operator >(RetentionReviewId left, RetentionReviewId right) => left.CompareTo(right) > 0;

    public static bool operator <=(RetentionReviewId left, RetentionReviewId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RetentionReviewId left, RetentionReviewId right) => left.CompareTo(right) >= 0;
}
