using System.ComponentModel;

namespace AgencyGraph.Suspensions;

/// <summary>A suspension, as it comes in.</summary>
[Description(
    "The suspension of somebody's access. It outweighs every token at once: the next request is refused, and sockets are closed "
        + "within two seconds.")]
public sealed record SuspendAccessInput : IAccessDecisionInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("Whose access is suspended; not the caller's own.")]
    public required AccessHolderBy Whom { get; init; }

    [Description("Why, 1 to 1,000 characters. Administrators read it; whoever is suspended does not.")]
    public required string Reason { get; init; }
}
