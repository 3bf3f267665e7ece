using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Feed;
using AgencyGraph.Timeliness;

namespace AgencyGraph.Referrals;

/// <summary>The receiving council acknowledges a referral: it has come to INITIAL.</summary>
public sealed class AcknowledgeReferral(IVisibleRecords records, DeadlineBook deadlines) : CouncilStep<AcknowledgeReferralInput>(records, deadlines)
{
    public override string Operation => "acknowledgeReferral";

    protected override UpdateKind Update => UpdateKind.ReferralAcknowledged;

    protected override Action<Referral, DateTime>? Read(AcknowledgeReferralInput input, Faults faults) => (referral, at) =>
    {
        referral.AcknowledgedAt = at;
        referral.Stage = ReferralStage.Initial;
    };

    protected override string? FaultOf(ReferralStage stage)
        => stage == ReferralStage.Contact ? null : "The referral is acknowledged already.";
}
