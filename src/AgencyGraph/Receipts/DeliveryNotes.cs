using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Upkeep;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Receipts;

/// <summary>
/// Notes when what was sent to an agency was first written to the connection of its receiver. Gathered, so that a burst is few
/// transactions; a server that falls in between leaves the instant unknown, until the receiver is sent it again.
/// </summary>
internal sealed partial class DeliveryNotes(
    WrittenFrames written, IDbContextFactory<AgencyDb> databases, IWriteTransactions transactions, IEnumerable<ISentRecords> sent,
    TimeProvider clock, ILogger<DeliveryNotes> log) : BackgroundService
{
    private const int MostAtOnce = 1_000;
    private const int MaxAttempts = 5;

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await written.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Gathering, clock, stoppingToken);
            var frames = new List<WrittenFrame>();
            while (frames.Count < MostAtOnce && written.Reader.TryRead(out var frame))
                frames.Add(frame);
            await OutlastAsync(frames, stoppingToken);
        }
    }

    private async Task OutlastAsync(List<WrittenFrame> frames, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await NoteAsync(frames, cancellationToken);
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotNoted(frames.Count, attempt, Fault.Describe(exception));
                if (attempt == MaxAttempts)
                    return;
            }

            await Task.Delay(BackOff.After(attempt, LongestWait), clock, cancellationToken);
        }
    }

    private async Task NoteAsync(List<WrittenFrame> frames, CancellationToken cancellationToken)
    {
        var told = await ToldAsync(frames, cancellationToken);
        if (told.Count == 0)
            return;

        await using var transaction = await transactions.BeginAsync(cancellationToken);
        foreach (var agency in told.GroupBy(note => note.To).OrderBy(group => group.Key.Value, StringComparer.Ordinal))
            await NoteAsync(transaction.Db, agency.Key, agency, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task NoteAsync(AgencyDb db, AgencyCode to, IEnumerable<Note> told, CancellationToken cancellationToken)
    {
        // The agency's acknowledgement, which may come at this instant, changes the same deliveries: one after the other.
        _ = await db.Set<Receiver>().Where(receiver => receiver.AgencyCode == to).ExecuteUpdateAsync(
            set => set.SetProperty(receiver => receiver.ReceivedUpTo, receiver => receiver.ReceivedUpTo), cancellationToken);
        var delivered = new List<(SentRecord Record, DateTime At)>();
        foreach (var group in told.GroupBy(note => note.At).OrderBy(group => group.Key))
        {
            foreach (var feature in sent)
            {
                IReadOnlyList<ToldRecord> records = [.. group.Where(note => note.Kind == feature.Kind).Select(note => note.Record)];
                var noted = records.Count == 0 ? [] : await feature.NoteDeliveredAsync(db, to, records, group.Key, cancellationToken);
                delivered.AddRange(noted.Select(record => (record, group.Key)));
            }
        }

        if (delivered.Count > 0)
            await LinkUpkeep.DeliveredAsync(db, to, delivered, cancellationToken);
    }

    /// <summary>Of what was written, that which was sent to the agency, and went to its receiver.</summary>
    private async Task<List<Note>> ToldAsync(List<WrittenFrame> frames, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var agencies = frames.Select(frame => frame.Agency).Distinct().ToList();
        var receivers = await db.Set<Receiver>().AsNoTracking().Where(receiver => agencies.Contains(receiver.AgencyCode))
            .ToDictionaryAsync(receiver => receiver.AgencyCode, receiver => receiver.Subject, cancellationToken);
        var received = frames.Where(frame => receivers.GetValueOrDefault(frame.Agency) == frame.Subject).ToList();
        if (received.Count == 0)
            return [];

        var positions = received.Select(frame => frame.Position).Distinct().ToList();
        var kinds = sent.Select(feature => feature.Kind).ToList();
        var entries = await db.Set<FeedEntry>().AsNoTracking()
            .Where(entry => positions.Contains(entry.Position) && entry.IsShared && kinds.Contains(entry.RecordKind))
            .Select(entry => new { entry.Position, entry.Council, entry.RecordKind, Record = new ToldRecord(entry.RecordId, entry.RecordVersion) })
            .ToDictionaryAsync(entry => entry.Position, cancellationToken);
        return [.. received
            .Where(frame => entries.TryGetValue(frame.Position, out var entry) && entry.Council == frame.Agency)
            .Select(frame => new Note(frame.Agency, entries[frame.Position].RecordKind, entries[frame.Position].Record, frame.At))];
    }

    [LoggerMessage(9010, LogLevel.Warning, "When {Count} updates were delivered could not be noted (attempt {Attempt}): {Cause}")]
    private partial void LogNotNoted(int count, int attempt, string cause);

    private sealed record Note(AgencyCode To, RecordKind Kind, ToldRecord Record, DateTime At);
}
