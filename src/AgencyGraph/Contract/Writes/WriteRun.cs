using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyGraph.Contract.Writes;

/// <summary>One transaction's work on a batch: all inputs together, or, where a row stood in the way, each in a savepoint of its own.</summary>
internal sealed class WriteRun<TInput>(AgencyDb db, IUseCase<TInput> useCase, Deed deed, IStorageEngine storage, int count)
{
    private const string Savepoint = "inputs";
    private const int MaxTriesAlone = 3;

    private readonly Outcome[] outcomes = new Outcome[count];
    private readonly List<FeedDraft> drafts = [];

    public IReadOnlyList<Outcome> Outcomes => outcomes;

    public IReadOnlyList<FeedDraft> Drafts => drafts;

    public bool RaisesPolicyEpoch { get; private set; }

    public bool HasWritten => outcomes.Any(outcome => outcome.IsKept || outcome.Kind is not (OutcomeKind.Refused or OutcomeKind.Replayed));

    /// <returns>False when a constraint failed; nothing of it is left then.</returns>
    public async Task<bool> TryTogetherAsync(IReadOnlyList<WriteRequest<TInput>> requests, CancellationToken cancellationToken)
    {
        var transaction = db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("A write transaction's context is enlisted in it.");
        // Sessions look for changes themselves, before they save.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        // The savepoint here covers also what a use case saves before its end, which Entity Framework's own would not.
        db.Database.AutoSavepointsEnabled = false;
        await transaction.CreateSavepointAsync(Savepoint, cancellationToken);
        var told = drafts.Count;
        try
        {
            await RoundsAsync(requests, cancellationToken);
            await transaction.ReleaseSavepointAsync(Savepoint, cancellationToken);
            return true;
        }
        catch (Exception exception) when (WriteFault.Of(exception, storage) == StorageFault.Constraint)
        {
            await UndoAsync(transaction, told, cancellationToken);
            return false;
        }
    }

    public async Task OneByOneAsync(IReadOnlyList<WriteRequest<TInput>> requests, CancellationToken cancellationToken)
    {
        foreach (var request in requests)
        {
            var isDone = false;
            for (var i = 0; i < MaxTriesAlone && !isDone; i++)
                isDone = await TryTogetherAsync([request], cancellationToken);

            if (!isDone)
                outcomes[request.Position] = Outcome.Refused(RefusalCode.Contended, RefusalAdvice.All[RefusalCode.Contended].Meaning);
            db.Forget();
        }
    }

    private async Task UndoAsync(IDbContextTransaction transaction, int told, CancellationToken cancellationToken)
    {
        await transaction.RollbackToSavepointAsync(Savepoint, cancellationToken);
        await transaction.ReleaseSavepointAsync(Savepoint, cancellationToken);
        db.Forget();
        drafts.RemoveRange(told, drafts.Count - told);
    }

    /// <summary>
    /// Each round takes the first request of each key that is not settled. There is one round, but for keys that come again in the
    /// batch after a request that was refused.
    /// </summary>
    private async Task RoundsAsync(IReadOnlyList<WriteRequest<TInput>> requests, CancellationToken cancellationToken)
    {
        var settled = await SettledAsync(requests, cancellationToken);
        for (var remaining = requests; remaining.Count > 0;)
        {
            var round = remaining.Where(request => !Settle(request, settled)).DistinctBy(request => request.Key).ToList();
            if (round.Count == 0)
                return;

            await RoundAsync(round, settled, cancellationToken);
            remaining = [.. remaining.Except(round)];
        }
    }

    private async Task<Dictionary<Guid, IdempotencyRecord>> SettledAsync(
        IReadOnlyList<WriteRequest<TInput>> requests, CancellationToken cancellationToken)
    {
        var agency = deed.Caller.Agency;
        var keys = requests.Select(request => request.Key).Distinct().ToList();
        if (keys.Count == 1)
            return await IdempotencyRecords.FindAsync(db, storage, agency, keys[0], cancellationToken) is { } only ? new() { [only.Key] = only } : [];

        return await db.Set<IdempotencyRecord>().AsNoTracking()
            .Where(record => record.AgencyCode == agency && keys.Contains(record.Key))
            .ToDictionaryAsync(record => record.Key, cancellationToken);
    }

    private bool Settle(WriteRequest<TInput> request, Dictionary<Guid, IdempotencyRecord> settled)
    {
        if (request.Key == Guid.Empty)
            outcomes[request.Position] = Outcome.Refused(RefusalCode.InvalidInput,
                "The idempotency key is all zeros. Make a random one for each request.", "idempotencyKey");
        else if (!settled.TryGetValue(request.Key, out var record))
            return false;
        else if (record.BodyHash.AsSpan().SequenceEqual(request.BodyHash))
            outcomes[request.Position] = Outcome.Replayed(record.RecordId);
        else
            outcomes[request.Position] = Outcome.Refused(RefusalCode.IdempotencyMismatch,
                "This idempotency key was used before for another request. Use a new key for a new request.", "idempotencyKey");
        return true;
    }

    private async Task RoundAsync(
        List<WriteRequest<TInput>> round, Dictionary<Guid, IdempotencyRecord> settled, CancellationToken cancellationToken)
    {
        var session = new WriteSession(db, deed, storage);
        var results = await useCase.ExecuteAsync(session, [.. round.Select(request => request.Input)], cancellationToken);
        foreach (var (request, outcome) in round.Zip(results))
        {
            outcomes[request.Position] = outcome;
            if (!outcome.IsRefused)
                settled.Add(request.Key, RecordOf(request, outcome));
        }

        db.NewRows.AddRange(round.Where(request => settled.ContainsKey(request.Key)).Select(request => settled[request.Key]));
        await session.EndAsync(cancellationToken);
        drafts.AddRange(session.Drafts);
        RaisesPolicyEpoch |= session.RaisesPolicyEpoch;
        await LookAgainAsync(round, cancellationToken);
    }

    /// <summary>
    /// Under READ COMMITTED the same request may have been committed by another connection after its key was looked up and before its
    /// record was: what then looks like "there already" is a replay.
    /// </summary>
    private async Task LookAgainAsync(List<WriteRequest<TInput>> round, CancellationToken cancellationToken)
    {
        var doubtful = round.Where(request => outcomes[request.Position].Refusals.Any(refusal => refusal.Code != RefusalCode.InvalidInput)).ToList();
        if (doubtful.Count == 0)
            return;

        var since = await SettledAsync(doubtful, cancellationToken);
        foreach (var request in doubtful)
            _ = Settle(request, since);
    }

    private IdempotencyRecord RecordOf(WriteRequest<TInput> request, Outcome outcome) => new()
    {
        AgencyCode = deed.Caller.Agency,
        Key = request.Key,
        Operation = useCase.Operation,
        BodyHash = request.BodyHash,
        RecordId = outcome.RecordId ?? throw new InvalidOperationException("What was not refused names its record."),
        Outcome = outcome.Kind,
        At = deed.At,
    };
}
