namespace AgencyGraph.Suspensions;

/// <summary>
/// That somebody's access is suspended now. It is looked up for each request, so it is a row that comes and goes; who decided, and why, is
/// kept in <see cref="AccessDecision"/>.
/// </summary>
public sealed class Suspension
{
    public const string Table = "suspensions";

    public required AccessHolder Holder { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether it lasts until a review is done, and no longer; an administrator may lift it before.</summary>
    public bool IsUntilReview { get; init; }
}
