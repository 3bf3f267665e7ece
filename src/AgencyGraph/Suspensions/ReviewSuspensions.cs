using AgencyGraph.Agencies;
using AgencyGraph.Storage;

namespace AgencyGraph.Suspensions;

/// <summary>
/// Suspensions of a role that last until a review is done. They come and go in the transaction of the review, and raise the policy epoch: that is
/// for whoever commits.
/// </summary>
public static class ReviewSuspensions
{
    /// <summary>Who decides where a review was not done in time.</summary>
    public const string Exchange = "exchange";

    /// <summary>Suspends the role, unless it is suspended already.</summary>
    /// <param name="heldRole">See <see cref="HeldRole"/>.</param>
    public static async Task BeginAsync(
        AgencyDb db, string heldRole, AgencyCode council, string reason, DateTime at, CancellationToken cancellationToken)
    {
        if (await db.FindAsync<Suspension>([AccessHolder.Role, heldRole], cancellationToken) is not null)
            return;
        _ = db.Add(new Suspension { Holder = AccessHolder.Role, Name = heldRole, IsUntilReview = true });
        _ = db.Add(DecisionOf(heldRole, AccessVerdict.Suspended, reason, council, Exchange, at));
    }

    /// <summary>Lifts the suspension, if it waited for the review.</summary>
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> EndAsync(
        AgencyDb db, string heldRole, AgencyCode council, string by, string reason, DateTime at, CancellationToken cancellationToken)
    {
        if (await db.FindAsync<Suspension>([AccessHolder.Role, heldRole], cancellationToken) is not { IsUntilReview: true } live)
            return false;
        _ = db.Remove(live);
        _ = db.Add(DecisionOf(heldRole, AccessVerdict.Restored, reason, council, by, at));
        return true;
    }

    private static AccessDecision DecisionOf(string heldRole, AccessVerdict verdict, string reason, AgencyCode council, string by, DateTime at) => new()
    {
        Id = AccessDecisionId.New(),
        Holder = AccessHolder.Role,
        Name = heldRole,
        Verdict = verdict,
        Reason = reason,
        ByAgencyCode = council,
        By = by,
        DecidedAt = at,
    };
}
