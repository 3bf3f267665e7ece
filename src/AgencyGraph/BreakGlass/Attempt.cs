using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;

namespace AgencyGraph.BreakGlass;

/// <summary>What is kept of one who breaks the glass, or tries to.</summary>
internal sealed class Attempt(WriteSession session, BreakGlassReason reasonCode, string reason)
{
    private readonly Caller caller = session.Deed.Caller;

    /// <summary>Each council is told of its child, in a record of its own that the agency of whoever tried does not see.</summary>
    public void TellCouncils(IEnumerable<SoughtChild> meant)
    {
        foreach (var child in meant)
            Tell(Record(child.Id, child.Council, child.Council, BreakGlassState.Refused, null, null));
    }

    /// <summary>The same whatever was looked for, so that nobody reads in it whether there is such a child.</summary>
    public void Keep(int ordinal) => Tell(Record(default, null, caller.Agency, BreakGlassState.Refused, ordinal, null));

    public BrokenGlass Opens(SoughtChild child, int ordinal, DateTime reviewDueAt)
        => Record(child.Id, child.Council, caller.Agency, BreakGlassState.AwaitingReview, ordinal, reviewDueAt);

    private void Tell(BrokenGlass tried)
    {
        session.Add(tried);
        session.Announce(Announcement.Of(UpdateKind.GlassTried, tried, tried.At));
    }

    private BrokenGlass Record(ChildId child, AgencyCode? council, AgencyCode originator, BreakGlassState state, int? ordinal, DateTime? reviewDueAt) => new()
    {
        Id = BrokenGlassId.New(),
        State = state,
        ChildId = child,
        CouncilCode = council,
        OriginatorCode = originator,
        Worker = ordinal is null ? null : caller.WorkerHolder,
        Ordinal = ordinal,
        ByAgencyCode = caller.Agency,
        By = caller.Subject,
        Role = caller.Role,
        ReasonCode = reasonCode,
        Reason = reason,
        At = session.Deed.At,
        ReviewDueAt = reviewDueAt,
    };
}
