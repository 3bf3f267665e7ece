using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Missing;

/// <summary>What a return interview must be to be taken in: offered after the child's return, answered, and held only where it was accepted.</summary>
internal static class InterviewRules
{
    private static readonly TextRule RiskPoints = new(MissingEpisode.RiskPointsMaxLength, AllowsLines: true);
    private static readonly TextRule Content = new(MissingEpisode.InterviewMaxLength, AllowsLines: true);

    /// <returns>Null when there is a fault.</returns>
    public static ReportedInterview? Read(RecordReturnInterviewInput input, DateTime now, Faults faults)
    {
        var path = FieldPath.Input;
        var offered = Moments.NotInFuture(input.OfferedAt, path["offeredAt"], now, faults);
        var answer = string.IsNullOrWhiteSpace(input.Answer) ? null : Codes.Of<InterviewAnswer>(input.Answer, path["answer"], faults);
        var held = string.IsNullOrWhiteSpace(input.HeldAt) ? null : Moments.NotInFuture(input.HeldAt, path["heldAt"], now, faults);
        var points = RiskPoints.Read(input.RiskPoints, path["riskPoints"], faults);
        var content = Content.Read(input.Content, path["content"], faults);
        if (held < offered)
            faults.Add(path["heldAt"], "lies before offeredAt; it must be the same or later.");
        if (held is not null && answer != InterviewAnswer.Accepted)
            faults.Add(path["heldAt"], "is given, but the child has not accepted; set answer to ACCEPTED or leave it out.");
        if (held is not null && input.IsIndependent is null)
            faults.Add(path["isIndependent"], "is needed once it is held: say whether somebody without a part in the child's care held it.");
        if (string.IsNullOrWhiteSpace(input.HeldAt))
            RefuseUnheld(input, points, content, faults);

        return faults.Any || offered is null ? null : new ReportedInterview(offered.Value, answer, held, input.IsIndependent, points, content);
    }

    private static void RefuseUnheld(RecordReturnInterviewInput input, string? points, string? content, Faults faults)
    {
        const string Unheld = "is given, but the interview is not held; give heldAt or leave it out.";
        if (input.IsIndependent is not null)
            faults.Add(FieldPath.Input["isIndependent"], Unheld);
        if (points is not null)
            faults.Add(FieldPath.Input["riskPoints"], Unheld);
        if (content is not null)
            faults.Add(FieldPath.Input["content"], Unheld);
    }
}
