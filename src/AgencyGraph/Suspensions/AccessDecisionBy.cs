using System.ComponentModel;
using AgencyGraph.Contract.Declarations;

namespace AgencyGraph.Suspensions;

/// <summary>Finds one decision on somebody's access.</summary>
[OneOf]
public sealed record AccessDecisionBy
{
    [Description("Its node id.")]
    public AccessDecisionId? Id { get; init; }
}
