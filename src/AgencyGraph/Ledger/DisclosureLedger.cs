using System.Buffers;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Ledger;

/// <summary>
/// Records disclosures before they happen. What waits while the disk is written shares the next commit; nobody goes on before the own entry is on the
/// disk, and where it cannot be put there, what it is of is not shown.
/// </summary>
internal sealed partial class DisclosureLedger(ILedgerStore store, Pseudonyms pseudonyms, TimeProvider clock, ILogger<DisclosureLedger> log)
    : IDisclosureLedger, IThreadPoolWorkItem
{
    private const int MostBytes = 4 << 20;

    private readonly Lock gate = new();
    private readonly Queue<WaitingEntries> waiting = new();
    private bool isWriting;

    /// <exception cref="LedgerUnavailableException">It is not recorded for certain: nothing of it may be shown.</exception>
    public async Task RecordAsync(IReadOnlyList<Disclosure> disclosures, CancellationToken cancellationToken)
    {
        if (disclosures.Count == 0)
            return;
        var entries = Await(disclosures);
        bool isFirst;
        lock (gate)
        {
            waiting.Enqueue(entries);
            isFirst = !isWriting;
            isWriting = true;
        }

        if (isFirst)
            _ = ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        await entries.Written.WaitAsync(cancellationToken);
    }

    void IThreadPoolWorkItem.Execute() => _ = WriteAllAsync();

    private WaitingEntries Await(IReadOnlyList<Disclosure> disclosures)
    {
        try
        {
            return new WaitingEntries(disclosures, clock.UtcInstant(), pseudonyms);
        }
        catch (Exception exception)
        {
            throw Unavailable(exception);
        }
    }

    private async Task WriteAllAsync()
    {
        while (Next() is { Count: > 0 } group)
        {
            try
            {
                await WriteAsync(group);
                group.ForEach(entries => entries.Done());
            }
            catch (Exception exception)
            {
                var failure = Unavailable(exception);
                group.ForEach(entries => entries.Fail(failure));
            }
        }
    }

    private async Task WriteAsync(List<WaitingEntries> group)
    {
        var names = new Dictionary<Guid, Guid>();
        _ = await store.AppendAsync(group.SelectMany(entries => entries.Unnamed).ToHashSet(), BodyOf, clock.UtcInstant(), CancellationToken.None);
        pseudonyms.Remember(names);

        ReadOnlyMemory<byte> BodyOf(IReadOnlyDictionary<Guid, byte[]> keys)
        {
            foreach (var (child, key) in keys)
                names[child] = Pseudonyms.Of(child, key);
            var body = new ArrayBufferWriter<byte>(group.Sum(entries => entries.Size));
            group.ForEach(entries => entries.WriteTo(body, names));
            return body.WrittenMemory;
        }
    }

    private List<WaitingEntries> Next()
    {
        var group = new List<WaitingEntries>();
        var bytes = 0;
        lock (gate)
        {
            while (waiting.TryPeek(out var next) && (group.Count == 0 || bytes + next.Size <= MostBytes))
            {
                bytes += next.Size;
                group.Add(waiting.Dequeue());
            }

            isWriting = group.Count > 0;
        }

        return group;
    }

    private LedgerUnavailableException Unavailable(Exception cause)
    {
        LogUnavailable(Fault.Describe(cause));
        return new LedgerUnavailableException("A disclosure could not be recorded.", cause);
    }

    [LoggerMessage(4001, LogLevel.Error, "Disclosures cannot be recorded, so that nothing is disclosed: {Cause}")]
    private partial void LogUnavailable(string cause);
}
