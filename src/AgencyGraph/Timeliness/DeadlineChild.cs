using AgencyGraph.Visibility;

namespace AgencyGraph.Timeliness;

/// <summary>That a deadline is about a child.</summary>
public sealed class DeadlineChild
{
    public required DeadlineId DeadlineId { get; init; }

    public required ChildId ChildId { get; init; }
}
