using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Suspensions;

/// <summary>The root fields about access.</summary>
internal static class SuspensionFields
{
    public static void Declare(GraphModel graph)
    {
        graph.Root(new LookupField(
            "accessDecision", Permission.ReadAccessDecisions, "One decision on somebody's access.", typeof(AccessDecisionGraph),
            ListFilter.Of<AccessDecisionBy>(Conditions)));
        graph.Root(new ConnectionField(
            "accessDecisions", Permission.ReadAccessDecisions, "Who was suspended and restored, by whom, why and when.",
            typeof(AccessDecisionGraph), AccessDecisionGraph.Listing));
        graph.Root(MutationField.Of<SuspendAccessInput, SuspendAccessInput>(
            "suspendAccess", Permission.DecideOnAccess, "Suspends the access of a subject, a client or an agency, whatever a token says.",
            typeof(AccessDecisionGraph), "decision", input => new(input.IdempotencyKey, input)));
        graph.Root(MutationField.Of<RestoreAccessInput, RestoreAccessInput>(
            "restoreAccess", Permission.DecideOnAccess, "Lifts a suspension.", typeof(AccessDecisionGraph), "decision",
            input => new(input.IdempotencyKey, input)));
    }

    private static IEnumerable<FilterCondition> Conditions(AccessDecisionBy by)
    {
        if (by.Id is { } id)
            yield return FilterCondition.Of<AccessDecision>(Detail.Open, decision => decision.Id == id);
    }
}
