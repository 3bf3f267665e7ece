using AgencyGraph.Contract.Writes;
using AgencyGraph.Timeliness;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>The clocks of a referral: that it is decided and the referrer told, and how fast the hub answers a rating.</summary>
internal static class ReferralClocks
{
    /// <summary>From when the council has it until it is decided and the referrer is told.</summary>
    public const string Decision = "REF_DECISION";

    private static readonly Dictionary<RiskRating, string> OfRating = new()
    {
        [RiskRating.Green] = "MASH_G",
        [RiskRating.Amber] = "MASH_A",
        [RiskRating.Red] = "MASH_R",
    };

    /// <summary>The council has it.</summary>
    public static void Received(WriteSession session, RunningClocks clocks, Referral referral, IReadOnlyList<ChildId> children)
        => Start(session, clocks, referral, children, Decision);

    /// <summary>
    /// The council has taken a step. What was rated counts from when the council had it; where it is rated anew the clock of the former rating is replaced,
    /// and stays to be seen.
    /// </summary>
    /// <param name="former">As it was rated before; null where it was not.</param>
    public static void Stepped(WriteSession session, RunningClocks clocks, Referral referral, RiskRating? former)
    {
        var (id, at) = (referral.Id.Value, session.Deed.At);
        if (referral.Rating is { } rating && rating != former)
        {
            if (former is { } before && OfRating.TryGetValue(before, out var replaced))
                _ = clocks.Stop(id, replaced, DeadlineEnd.Replaced, at);
            if (OfRating.TryGetValue(rating, out var clock))
                Start(session, clocks, referral, [.. referral.Children.Select(child => child.ChildId)], clock);
        }

        if (referral.DecidedAt is null)
            return;
        foreach (var triage in OfRating.Values)
            _ = clocks.Stop(id, triage, DeadlineEnd.Done, at);
        if (referral.AcknowledgedAt is not null)
            _ = clocks.Stop(id, Decision, DeadlineEnd.Done, at);
    }

    private static void Start(WriteSession session, RunningClocks clocks, Referral referral, IReadOnlyList<ChildId> children, string clock)
    {
        var of = new DeadlineOf(RecordKind.Referral, referral.Id.Value, referral.FromCode, referral.ToCode, true, children);
        if (clocks.Start(of, clock, referral.ToCode, referral.ReceivedAt) is { } deadline)
            session.Add(new ReferralDeadline { ReferralId = referral.Id, DeadlineId = deadline.Id });
    }
}
