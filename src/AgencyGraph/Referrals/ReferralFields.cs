using AgencyGraph.Children;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Incidents;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>The root fields about referrals.</summary>
internal static class ReferralFields
{
    public static void Declare(GraphModel graph)
    {
        graph.Root(new LookupField("referral", Permission.ReadReferrals, "One referral.", typeof(ReferralGraph), ListFilter.Of<ReferralBy>(Conditions)));
        graph.Root(new ConnectionField("referrals", Permission.ReadReferrals, "The referrals that you may see: for a council, its inbox.", typeof(ReferralGraph), ReferralGraph.Listing));
        graph.Root(MutationField.Of<MakeReferralInput, ReferralToMake>(
            "makeReferral", Permission.MakeReferral, "Refers one or more children to a council.", typeof(ReferralGraph), "referral",
            input => new(input.IdempotencyKey, new(
                input,
                [.. input.Children.Select(id => new ChildId(NodeId.DecodeOrEmpty(ChildGraph.Tag, id)))],
                [.. (input.Incidents ?? []).Select(id => new IncidentId(NodeId.DecodeOrEmpty(IncidentGraph.Tag, id)))]))));
        graph.Root(MutationField.Of<AcknowledgeReferralInput, Located<AcknowledgeReferralInput, ReferralId>>(
            "acknowledgeReferral", Permission.AcknowledgeReferral, "Tells the referrer that the council has the referral.", typeof(ReferralGraph), "referral",
            input => new(input.IdempotencyKey, new(input, ReferralIn(input.Referral)))));
        graph.Root(MutationField.Of<RateReferralInput, Located<RateReferralInput, ReferralId>>(
            "rateReferral", Permission.RateReferral, "Rates a referral to the council.", typeof(ReferralGraph), "referral",
            input => new(input.IdempotencyKey, new(input, ReferralIn(input.Referral)))));
        graph.Root(MutationField.Of<DecideReferralInput, Located<DecideReferralInput, ReferralId>>(
            "decideReferral", Permission.DecideReferral, "Decides on a referral to the council.", typeof(ReferralGraph), "referral",
            input => new(input.IdempotencyKey, new(input, ReferralIn(input.Referral)))));
    }

    private static ReferralId ReferralIn(string id) => new(NodeId.DecodeOrEmpty(ReferralGraph.Tag, id));

    private static IEnumerable<FilterCondition> Conditions(ReferralBy by)
    {
        if (by.Id is { } id)
            yield return FilterCondition.Of<Referral>(Detail.Open, referral => referral.Id == id);
    }
}
