using AgencyGraph.Incidents;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>A referral to be made, whose node ids have been read; one that cannot be read is the empty id, which is not found.</summary>
public sealed record ReferralToMake(MakeReferralInput Input, IReadOnlyList<ChildId> Children, IReadOnlyList<IncidentId> Incidents);
