using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>That a record under review is about a child.</summary>
public sealed class ReviewedChild
{
    public required RetentionReviewId ReviewId { get; init; }

    public required ChildId ChildId { get; init; }
}
