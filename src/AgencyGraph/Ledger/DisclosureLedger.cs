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
    private readonly Queue<Waiting> waiting = new();
    private bool isWriting;

    /// <exception cref="LedgerUnavailableException">It is not recorded for certain: nothing of it may be shown.</exception>
    public async Task RecordAsync(IReadOnlyList<Disclosure> disclosures, CancellationToken cancellationToken)
    {
        if (disclosures.Count == 0)
            return;
        var entries = new Waiting(await EncodeAsync(disclosures, cancellationToken));
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

    private async Task<byte[]> EncodeAsync(IReadOnlyList<Disclosure> disclosures, CancellationToken cancellationToken)
    {
        try
        {
            var children = disclosures.SelectMany(disclosure => disclosure.Contents.Records).Where(record => record.Kind == RecordKind.Child)
                .Select(record => record.Id).ToHashSet();
            var names = await pseudonyms.OfAsync(children, cancellationToken);
            var at = clock.UtcInstant();
            var encoded = disclosures.Select(disclosure => LedgerEncoding.Encode(disclosure, at, child => names[child]));
            return disclosures.Count == 1 ? encoded.Single() : [.. encoded.SelectMany(entry => entry)];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
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
                var body = new ArrayBufferWriter<byte>(group.Sum(entries => entries.Bytes.Length));
                foreach (var entries in group)
                    body.Write(entries.Bytes);
                _ = await store.AppendAsync(body.WrittenMemory, clock.UtcInstant(), CancellationToken.None);
                group.ForEach(entries => entries.Done());
            }
            catch (Exception exception)
            {
                var failure = Unavailable(exception);
                group.ForEach(entries => entries.Fail(failure));
            }
        }
    }

    private List<Waiting> Next()
    {
        var group = new List<Waiting>();
        var bytes = 0;
        lock (gate)
        {
            while (waiting.TryPeek(out var next) && (group.Count == 0 || bytes + next.Bytes.Length <= MostBytes))
            {
                bytes += next.Bytes.Length;
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

    private sealed class Waiting(byte[] bytes)
    {
        private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public byte[] Bytes => bytes;

        public Task Written => written.Task;

        public void Done() => written.SetResult();

        public void Fail(Exception failure) => written.SetException(failure);
    }
}
