using AgencyGraph.Storage;
using AgencyGraph.Timeliness.Clocks;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Timeliness;

/// <summary>Where features find the clocks of their records.</summary>
public sealed class DeadlineBook(ClockCatalogue catalogue, ClockTimes times)
{
    /// <summary>For records of which none runs yet.</summary>
    public RunningClocks New(AgencyDb db) => new(db, catalogue, times, []);

    /// <summary>Those that run on these records.</summary>
    public async Task<RunningClocks> OfAsync(AgencyDb db, IReadOnlyCollection<Guid> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var running = records.Count == 0 ? [] : await db.Set<Deadline>().AsTracking().Include(deadline => deadline.Children).Include(deadline => deadline.Pauses)
            .Where(deadline => records.Contains(deadline.RecordId) && deadline.StoppedAt == null).ToListAsync(cancellationToken);
        return new RunningClocks(db, catalogue, times, running);
    }

    /// <summary>Deletes every row of a record's deadlines, with the record.</summary>
    public static async Task EraseAsync(AgencyDb db, Guid record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        _ = await db.Set<DeadlinePause>().Where(pause => pause.Deadline!.RecordId == record).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<DeadlineChild>().Where(child => db.Set<Deadline>().Any(deadline => deadline.Id == child.DeadlineId && deadline.RecordId == record))
            .ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<Deadline>().Where(deadline => deadline.RecordId == record).ExecuteDeleteAsync(cancellationToken);
    }
}
