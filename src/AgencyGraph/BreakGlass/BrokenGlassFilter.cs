using System.ComponentModel;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.BreakGlass;

/// <summary>Narrows a list of break-glass; what is given must all hold.</summary>
public sealed record BrokenGlassFilter
{
    [Description("Only those that have come so far: AWAITING_REVIEW and OVERDUE are the queue.")]
    public IReadOnlyList<BreakGlassState>? States { get; init; }

    internal static IEnumerable<FilterCondition> Conditions(BrokenGlassFilter filter)
    {
        if (filter.States is { } states)
            yield return FilterCondition.Of<BrokenGlass>(Detail.BreakGlass, glass => states.Contains(glass.State));
    }
}
