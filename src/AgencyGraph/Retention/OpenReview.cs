using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>A review that nobody has decided yet.</summary>
internal sealed record OpenReview(RetentionReviewId Id, RecordKind Kind, Guid Record);
