using System.ComponentModel;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>Narrows the list of reviews.</summary>
public sealed record RetentionReviewFilter
{
    [Description("True: only those that wait for a decision. False: only those that are decided.")]
    public bool? IsOpen { get; init; }

    internal static IEnumerable<FilterCondition> Conditions(RetentionReviewFilter filter)
    {
        if (filter.IsOpen is { } open)
            yield return FilterCondition.Of<RetentionReview>(Detail.Retention, review => (review.Verdict == null) == open);
    }
}
