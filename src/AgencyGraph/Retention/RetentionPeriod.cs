namespace AgencyGraph.Retention;

/// <summary>For how long a kind of record is kept, until its controller looks at it.</summary>
/// <param name="Source">The document that says so.</param>
public sealed record RetentionPeriod(RunsFrom RunsFrom, int Years, string Source)
{
    public const int AdultAt = 18;

    /// <summary>What was recorded later than this is not due, whatever else is known of it.</summary>
    public DateTime LatestRecorded(DateTime now) => RunsFrom == RunsFrom.Birth ? now : now.AddYears(-Years);

    /// <summary>When a record has come to its end.</summary>
    /// <param name="youngestBornOn">Null where no birthday is known: then the day of the record is taken, which is never too early.</param>
    public DateTime EndOf(DateTime recordedAt, DateTime lastActivityAt, DateOnly? youngestBornOn)
    {
        var birth = youngestBornOn?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) ?? recordedAt;
        var activity = lastActivityAt > recordedAt ? lastActivityAt : recordedAt;
        var start = RunsFrom switch
        {
            RunsFrom.Birth => birth,
            RunsFrom.Adulthood when birth.AddYears(AdultAt) > activity => birth.AddYears(AdultAt),
            _ => activity,
        };
        return start.AddYears(Years);
    }
}
