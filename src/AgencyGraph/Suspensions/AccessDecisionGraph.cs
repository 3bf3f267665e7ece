using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Suspensions;

/// <summary>The graph type <c>AccessDecision</c>.</summary>
public sealed class AccessDecisionGraph : RecordGraph<AccessDecision>
{
    public const char Tag = 'd';

    public AccessDecisionGraph() : base("AccessDecision", "That somebody's access was suspended or restored: by whom, why and when.")
    {
        Id(Tag, decision => decision.Id);
        Field("holder", decision => decision.Holder, Detail.AccessDecision, "What the name names.");
        Field("name", decision => decision.Name, Detail.AccessDecision, "The subject, client id or agency's code, to the letter; of a role `ROLE/AGENCY/subject`.");
        Field("verdict", decision => decision.Verdict, Detail.AccessDecision, "What was decided.");
        FreeText("reason", decision => decision.Reason, Detail.AccessDecision, "Why.");
        Object(
            "byAgency", decision => decision.ByAgency, typeof(AgencyBodyGraph), Detail.AccessDecision,
            "The agency of whoever decided: of an administrator, or of the council whose review is overdue or was done.");
        Field("by", decision => decision.By, Detail.AccessDecision, "Who decided, by the subject of their sign-in; `exchange` where a review of a break-glass was not done in time.");
        Field("decidedAt", decision => decision.DecidedAt, Detail.AccessDecision, "When it was decided.");
    }

    public static Listing Listing { get; } = new(
        "AccessDecision",
        [
            new ListOrder(
                "DECIDED_LAST", "By when they were made, latest first.", Detail.AccessDecision,
                [
                    OrderKey.Descending((AccessDecision decision) => decision.DecidedAt),
                    OrderKey.Descending((AccessDecision decision) => decision.Id),
                ]),
        ]);
}
