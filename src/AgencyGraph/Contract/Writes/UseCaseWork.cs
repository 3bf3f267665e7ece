using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Writes;

/// <summary>A use case over its inputs, together or, where a row stood in the way, one by one.</summary>
internal sealed partial class UseCaseWork<TInput>(
    IUseCase<TInput> useCase, IReadOnlyList<WriteRequest<TInput>> requests, Deed deed, IStorageEngine storage, ILogger log) : WriteWork
{
    public override int Count => requests.Count;

    public override bool CanWait { get; } = requests.Count > 1 || requests.Any(request => useCase.CanWait(request.Input));

    public override async Task ExecuteAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        var run = new WriteRun<TInput>(db, useCase, deed, storage, requests.Count);
        if (!await run.TryTogetherAsync(requests, cancellationToken))
        {
            LogOneByOne(log, useCase.Operation, requests.Count);
            await run.OneByOneAsync(requests, cancellationToken);
        }

        (Outcomes, Drafts, HasWritten, RaisesPolicyEpoch) = (run.Outcomes, run.Drafts, run.HasWritten, run.RaisesPolicyEpoch);
    }

    [LoggerMessage(7101, LogLevel.Information, "{Operation}: {Count} inputs could not be saved together; each is saved by itself")]
    private static partial void LogOneByOne(ILogger log, string operation, int count);
}
