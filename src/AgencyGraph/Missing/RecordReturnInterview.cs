using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Missing;

/// <summary>
/// A council records the return interview of a child who was found, as far as it has come: offered, answered, held. Each time the whole of it, so that
/// what was wrong is corrected the same way.
/// </summary>
public sealed class RecordReturnInterview(IVisibleRecords records) : CouncilStep<RecordReturnInterviewInput>(records)
{
    public override string Operation => "recordReturnInterview";

    protected override Func<MissingEpisode, Outcome?>? Read(WriteSession session, RecordReturnInterviewInput input, Faults faults)
    {
        if (InterviewRules.Read(input, session.Deed.At, faults) is not { } interview)
            return null;
        return episode =>
        {
            if (episode.FoundAt is not { } found)
                return Outcome.Refused(RefusalCode.WrongStage, "The child is missing still; the interview is offered once the child is found.", "episode");
            if (interview.OfferedAt < found)
                return Outcome.Refused(RefusalCode.InvalidInput, "lies before the child was found; it must be the same or later.", "offeredAt");
            episode.Interview(interview, session.Deed.Caller.Agency, session.Deed.At);
            return null;
        };
    }

    protected override void Tell(WriteSession session, MissingEpisode episode) => EpisodeNews.TellInterview(session, episode);
}
