using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Conflicts;

/// <summary>The graph type <c>ConflictDecision</c>. It does not lead to the child: an administrator has no case data.</summary>
public sealed class ConflictDecisionGraph : RecordGraph<ConflictDecision>
{
    public const char Tag = 'o';

    public ConflictDecisionGraph() : base(
        "ConflictDecision", "That a worker was declared to be linked to a party of a child's case, or that this ended: by whom, why and when.")
    {
        Id(Tag, decision => decision.Id);
        Field("worker", decision => decision.Worker, Detail.ConflictOfInterest, "The worker, by the subject of the worker's own sign-in.");
        Field("verdict", decision => decision.Verdict, Detail.ConflictOfInterest, "What was decided.");
        FreeText("reason", decision => decision.Reason, Detail.ConflictOfInterest, "Why.");
        Object("byAgency", decision => decision.ByAgency, typeof(AgencyBodyGraph), Detail.ConflictOfInterest, "The agency that decided, whose worker it is.");
        Field("by", decision => decision.By, Detail.ConflictOfInterest, "Who decided, by the subject of the sign-in.");
        Field("decidedAt", decision => decision.DecidedAt, Detail.ConflictOfInterest, "When it was decided.");
    }
}
