using System.ComponentModel;
using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Referrals;

/// <summary>A referral, as it comes in.</summary>
[Description("A request to a council for services for one or more children.")]
public sealed record MakeReferralInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("The referring agency's own reference, up to 40 characters; used once for each council.")]
    public string? Reference { get; init; }

    [Description("Code of the council that is asked, for example BUR.")]
    public required string To { get; init; }

    [Description("Who refers: POLICE for a force; any for a council that enters another's referral. Left out, it follows from the caller.")]
    public string? Source { get; init; }

    [Description("The primary need: NOT_STATED, ABUSE_OR_NEGLECT, CHILDS_DISABILITY and so on (N0 to N9 of the children in need census).")]
    public required string PrimaryNeed { get; init; }

    [NodeId]
    [Description("Ids of the 1 to 20 children.")]
    public required IReadOnlyList<string> Children { get; init; }

    [NodeId]
    [Description("Ids of the incidents on which the referral rests, up to 20; a withheld one is shared first.")]
    public IReadOnlyList<string>? Incidents { get; init; }

    [Description("Why the children are referred, up to 4,000 characters.")]
    public string? Reason { get; init; }

    [Description("When the referrer wrote it: ISO 8601 with offset, not in the future; left out, it is now.")]
    public string? RecordedAt { get; init; }
}
