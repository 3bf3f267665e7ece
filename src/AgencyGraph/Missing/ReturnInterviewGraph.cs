using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Missing;

/// <summary>The graph type <c>ReturnInterview</c>, on the episode's own row.</summary>
public sealed class ReturnInterviewGraph : ValueGraph<MissingEpisode>
{
    public ReturnInterviewGraph() : base("ReturnInterview", "The return interview of a child who was missing, as far as it has come.")
    {
        Optional("offeredAt", episode => episode.InterviewOfferedAt, Detail.ReturnInterview, "When it was offered.");
        Optional("answer", episode => episode.InterviewAnswer, Detail.ReturnInterview, "What the child answered; null until then.");
        Optional("heldAt", episode => episode.InterviewHeldAt, Detail.ReturnInterview, "When it was held; null until then.");
        Optional("isIndependent", episode => episode.IsInterviewIndependent, Detail.ReturnInterview, "Whether by somebody who has no part in the child's care; null until it is held.");
        OptionalObject("recordedBy", episode => episode.InterviewBy, typeof(AgencyBodyGraph), Detail.ReceivingCouncil, "The council that recorded it.");
        Optional("recordedAt", episode => episode.InterviewRecordedAt, Detail.ReturnInterview, "When the council last recorded something of it.");
        FreeText("riskPoints", episode => episode.InterviewRiskPoints, Detail.ReturnInterviewRisk, "What it says of risk.");
        FreeText("content", episode => episode.InterviewContent, Detail.ReturnInterviewContent, "What the child said.");
    }
}
