using System.ComponentModel;

namespace AgencyGraph.Suspensions;

/// <summary>The lifting of a suspension, as it comes in.</summary>
[Description("The lifting of a suspension. Another one that concerns the same person, as of their agency, goes on.")]
public sealed record RestoreAccessInput : IAccessDecisionInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("Whose access is restored, named as it was suspended.")]
    public required AccessHolderBy Whom { get; init; }

    [Description("Why, 1 to 1,000 characters.")]
    public required string Reason { get; init; }
}
