using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Restrictions;

/// <summary>The graph type <c>RestrictionDecision</c>.</summary>
public sealed class RestrictionDecisionGraph : RecordGraph<RestrictionDecision>
{
    public const char Tag = 's';

    public RestrictionDecisionGraph() : base(
        "RestrictionDecision", "That a record was restricted to named workers, or opened again: by whom, why and when.")
    {
        Id(Tag, decision => decision.Id);
        Field("kind", decision => decision.RecordKind, Detail.Restriction, "What kind of record it is.");
        Field("verdict", decision => decision.Verdict, Detail.Restriction, "What was decided.");
        FreeText("reason", decision => decision.Reason, Detail.Restriction, "Why.");
        Object("byAgency", decision => decision.ByAgency, typeof(AgencyBodyGraph), Detail.Restriction, "The agency that decided.");
        Field("by", decision => decision.By, Detail.Restriction, "Who decided, by the subject of the sign-in.");
        Field("decidedAt", decision => decision.DecidedAt, Detail.Restriction, "When it was decided.");
    }
}
