using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Missing;

/// <summary>The graph type <c>StatedStatus</c>, on the episode's own row.</summary>
public sealed class StatedStatusGraph : ValueGraph<MissingEpisode>
{
    public StatedStatusGraph() : base("StatedStatus", "Whether a missing child was looked after or on a child protection plan at the time, as an agency said.")
    {
        Optional("lookedAfter", episode => episode.LookedAfter, Detail.PlanStatus, "Whether the child was looked after; null where that was not said.");
        Optional("onPlan", episode => episode.OnPlan, Detail.PlanStatus, "Whether the child was on a child protection plan; null where that was not said.");
        OptionalObject("statedBy", episode => episode.StatusBy, typeof(AgencyBodyGraph), Detail.ReceivingCouncil, "Who says so: the council, or until it has said, the force.");
        Optional("statedAt", episode => episode.StatusStatedAt, Detail.PlanStatus, "When.");
    }
}
