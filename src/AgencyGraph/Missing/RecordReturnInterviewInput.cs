using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Missing;

/// <summary>A return interview, as far as it has come, as it comes in.</summary>
[Description("The return interview of a child who was missing, as far as it has come: offered, then answered, then held. Each time the whole of it anew.")]
public sealed record RecordReturnInterviewInput : ICouncilStep
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [NodeId]
    [Description("The episode's id.")]
    public required string Episode { get; init; }

    [Description("The version of the episode that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description("When it was offered: ISO 8601 with offset, not before the child was found, not after the server's clock.")]
    public required string OfferedAt { get; init; }

    [Description("ACCEPTED or DECLINED; leave out until the child has answered.")]
    public string? Answer { get; init; }

    [Description("When it was held, if it was accepted: ISO 8601 with offset, not before offeredAt.")]
    public string? HeldAt { get; init; }

    [Description("Whether it was held by somebody who has no part in the child's care; with heldAt.")]
    public bool? IsIndependent { get; init; }

    [Description("What it says of risk, for the police and for health too, up to 2,000 characters; with heldAt.")]
    public string? RiskPoints { get; init; }

    [Description("What the child said, for the council alone, up to 20,000 characters; with heldAt.")]
    public string? Content { get; init; }
}
