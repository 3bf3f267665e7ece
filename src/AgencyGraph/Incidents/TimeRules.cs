using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Incidents;

/// <summary>The times of an incident: occurred, reported, recorded in this order, none later than the server's clock.</summary>
internal static class TimeRules
{
    /// <returns>Null when there is a fault.</returns>
    public static IncidentTimes? Read(IncidentContent content, DateTime now, Faults faults)
    {
        var path = FieldPath.Input;
        var occurred = Moments.NotInFuture(content.OccurredAt, path["occurredAt"], now, faults);
        var reported = Moments.NotInFuture(content.ReportedAt, path["reportedAt"], now, faults);
        var recorded = Moments.NotInFuture(content.RecordedAt, path["recordedAt"], now, faults);
        var assessed = content.RiskAssessedAt is null ? null : Moments.NotInFuture(content.RiskAssessedAt, path["riskAssessedAt"], now, faults);

        if (reported < occurred)
            faults.Add(path["reportedAt"], "lies before occurredAt; it must be the same or later.");
        if (recorded < reported)
            faults.Add(path["recordedAt"], "lies before reportedAt; it must be the same or later.");
        // A correction is recorded after the risk was graded, so that only the incident bounds it.
        if (assessed < occurred)
            faults.Add(path["riskAssessedAt"], "lies before occurredAt; it must be the same or later.");

        return (occurred, reported, recorded) is ({ } first, { } second, { } third) ? new IncidentTimes(first, second, third, assessed) : null;
    }
}
