using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>That a record under a legal hold is about a child.</summary>
public sealed class HeldChild
{
    public required LegalHoldId HoldId { get; init; }

    public required ChildId ChildId { get; init; }
}
