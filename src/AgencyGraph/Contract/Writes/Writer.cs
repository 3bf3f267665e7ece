using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Writes;

/// <summary>
/// Runs a use case over its inputs in one transaction, which other requests may share: each input has its own outcome, a key used
/// before has no second effect, and the feed's entries are the last statement before the commit.
/// </summary>
public sealed partial class Writer(ICommitter committer, IStorageEngine storage, ILogger<Writer> log)
{
    /// <summary>How often a transaction that lost a deadlock is begun again.</summary>
    public const int MaxAttempts = 4;

    /// <returns>One outcome for each item, in their order.</returns>
    /// <exception cref="UnavailableException">The database cannot write; nothing was acknowledged.</exception>
    public async Task<IReadOnlyList<Outcome>> RunAsync<TInput>(
        IUseCase<TInput> useCase, IReadOnlyList<Keyed<TInput>> items, Deed deed, CancellationToken cancellationToken)
    {
        // Hashed and ordered before the transaction begins: on SQLite every other writer waits while it is open.
        var requests = items
            .Select((item, position) => new WriteRequest<TInput>(
                position, item.IdempotencyKey, item.Input, BodyHash.Of(useCase.Operation, useCase.BodyOf(item.Input))))
            .OrderBy(request => useCase.OrderOf(request.Input))
            .ToList();
        var work = new UseCaseWork<TInput>(useCase, requests, deed, storage, log);

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await committer.CommitAsync(work, cancellationToken);
                return work.Outcomes;
            }
            catch (Exception exception) when (WriteFault.Of(exception, storage) != StorageFault.None)
            {
                if (WriteFault.Of(exception, storage) == StorageFault.Unavailable || attempt == MaxAttempts)
                {
                    LogUnavailable(Fault.Describe(exception), useCase.Operation, items.Count);
                    throw new UnavailableException("The database cannot write at present.", exception);
                }

                LogBegunAgain(useCase.Operation, attempt);
            }
        }
    }

    [LoggerMessage(7102, LogLevel.Warning, "{Operation}: the transaction lost to another one (attempt {Attempt}) and is begun again")]
    private partial void LogBegunAgain(string operation, int attempt);

    [LoggerMessage(7103, LogLevel.Error, "{Operation}: the database cannot write; {Count} inputs were not acknowledged: {Cause}")]
    private partial void LogUnavailable(string cause, string operation, int count);
}
