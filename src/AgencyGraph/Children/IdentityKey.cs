using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>That an NHS number with a date of birth is one child's. Unique, so that two writers cannot make two children of one.</summary>
public sealed class IdentityKey
{
    public required NhsNumber NhsNumber { get; init; }

    public required DateOnly BornOn { get; init; }

    /// <summary>
    /// 0 for the child who has the number. While that one is restricted, those who are not named go on with another of the same number, 1, so
    /// that nothing which they record tells them of the first.
    /// </summary>
    public int Lane { get; init; }

    public required ChildId ChildId { get; init; }
}
