using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.AccessHistory.Indexing;

/// <summary>What in a person's reading of one day is unusual, each told once. Agencies' systems read for many, at any hour.</summary>
internal sealed partial class AlertRules(IOptions<AccessHistoryOptions> options, TimeProvider clock, ILogger<AlertRules> log)
{
    /// <param name="readings">What has been added to the history just now.</param>
    public async Task<IReadOnlyList<FeedDraft>> RaiseAsync(
        AgencyDb db, IReadOnlyDictionary<Reading, ReadingTally> readings, CancellationToken cancellationToken)
    {
        var raised = new List<AccessAlert>();
        foreach (var person in readings.Keys.Where(reading => !reading.Role.IsSystem()).DistinctBy(reading => (reading.Holder, reading.Day)))
        {
            var own = db.Set<ChildAccess>().AsNoTracking().Where(access => access.ReaderHolder == person.Holder && access.Day == person.Day);
            await RaiseAsync(AccessAlertKind.Volume, options.Value.UsualChildrenADay, own.Where(access => access.Looks > 0));
            await RaiseAsync(AccessAlertKind.OutOfHours, options.Value.UsualChildrenOutOfHours, own.Where(access => access.OutOfHours > 0));

            async Task RaiseAsync(AccessAlertKind kind, int usual, IQueryable<ChildAccess> accesses)
            {
                if (usual == 0)
                    return;
                var children = await accesses.Select(access => access.ChildId).Distinct().CountAsync(cancellationToken);
                if (children > usual && !await IsRaisedAsync(db, kind, person, cancellationToken))
                    raised.Add(New(kind, person, children));
            }
        }

        db.AddRange(raised);
        raised.ForEach(alert => LogRaised(alert.AlertKind, alert.ReaderAgencyCode.Value, alert.Children, alert.Day, alert.Id.Value));
        return [.. raised.Select(alert => new FeedDraft(
            UpdateKind.AccessAlertRaised, RecordKind.AccessAlert, alert.Id.Value, 1, alert.ReaderAgencyCode, null, true, [], alert.RaisedAt))];
    }

    private static Task<bool> IsRaisedAsync(AgencyDb db, AccessAlertKind kind, Reading person, CancellationToken cancellationToken)
        => db.Set<AccessAlert>().AnyAsync(
            alert => alert.ReaderAgencyCode == person.Agency && alert.Reader == person.Reader && alert.Day == person.Day && alert.AlertKind == kind, cancellationToken);

    private AccessAlert New(AccessAlertKind kind, Reading person, int children) => new()
    {
        Id = AccessAlertId.New(),
        AlertKind = kind,
        Day = person.Day,
        ReaderAgencyCode = person.Agency,
        Reader = person.Reader,
        Children = children,
        RaisedAt = clock.UtcInstant(),
    };

    [LoggerMessage(4011, LogLevel.Warning, "An alert was raised ({Kind}): a person of {Agency} looked at {Children} children on {Day}. It is {Alert}")]
    private partial void LogRaised(AccessAlertKind kind, string agency, int children, DateOnly day, Guid alert);
}
