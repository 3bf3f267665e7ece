using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Incidents;

/// <summary>
/// The times of an incident: occurred, reported, recorded in this order, none later than the server's clock. There is no tolerance: a
/// clock that runs ahead would falsify every figure of timeliness, and its owner is told.
/// </summary>
internal static class TimeRules
{
    /// <returns>Null when there is a fault.</returns>
    public static IncidentTimes? Read(IncidentContent content, DateTime now, Faults faults)
    {
        var path = FieldPath.Input;
        var occurred = NotInFuture(content.OccurredAt, path["occurredAt"], now, faults);
        var reported = NotInFuture(content.ReportedAt, path["reportedAt"], now, faults);
        var recorded = NotInFuture(content.RecordedAt, path["recordedAt"], now, faults);
        var assessed = content.RiskAssessedAt is null ? null : NotInFuture(content.RiskAssessedAt, path["riskAssessedAt"], now, faults);

        if (reported < occurred)
            faults.Add(path["reportedAt"], "lies before occurredAt; it must be the same or later.");
        if (recorded < reported)
            faults.Add(path["recordedAt"], "lies before reportedAt; it must be the same or later.");
        // A correction is recorded after the risk was graded, so that only the incident bounds it.
        if (assessed < occurred)
            faults.Add(path["riskAssessedAt"], "lies before occurredAt; it must be the same or later.");

        return (occurred, reported, recorded) is ({ } first, { } second, { } third) ? new IncidentTimes(first, second, third, assessed) : null;
    }

    private static DateTime? NotInFuture(string text, FieldPath at, DateTime now, Faults faults)
    {
        var instant = Moments.Instant(text, at, faults);
        if (instant > now)
            faults.Add(at, "lies in the future; check the time and its offset, and the sender's clock.");
        return instant;
    }
}
