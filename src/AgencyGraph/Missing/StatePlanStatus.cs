using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Missing;

/// <summary>A council states whether a missing child was looked after or on a plan at the time; its word stands before the force's.</summary>
public sealed class StatePlanStatus(IVisibleRecords records) : CouncilStep<StatePlanStatusInput>(records)
{
    public override string Operation => "statePlanStatus";

    protected override Func<MissingEpisode, Outcome?>? Read(WriteSession session, StatePlanStatusInput input, Faults faults) => episode =>
    {
        if (episode.MissingType == MissingType.AwayWithoutAuthorisation && !input.LookedAfter)
            return Outcome.Refused(
                RefusalCode.InvalidInput, "The episode is AWAY_WITHOUT_AUTHORISATION, which only a looked-after child can be; ask the force to correct it.", "lookedAfter");
        episode.State(input.LookedAfter, input.OnPlan, session.Deed.Caller.Agency, session.Deed.At);
        return null;
    };

    protected override void Tell(WriteSession session, MissingEpisode episode) => EpisodeNews.TellStatus(session, episode);
}
