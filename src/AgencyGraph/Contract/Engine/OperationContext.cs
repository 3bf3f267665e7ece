using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Engine;

/// <summary>What resolvers know of the operation that they are part of.</summary>
internal sealed class OperationContext(Caller? caller, Func<Caller, Records> open) : Dictionary<string, object?>, IAsyncDisposable
{
    private Records? records;

    /// <summary>Who asks, and why.</summary>
    /// <exception cref="ReadRefusedException">No purpose was stated, so nothing is read.</exception>
    public Caller Caller => caller ?? throw new ReadRefusedException(
        ErrorCode.PurposeRequired, "State why you ask: the X-Purpose header, or `purpose` in connection_init.");

    /// <summary>The reads of a query: all of one snapshot.</summary>
    public Records Records => records ??= Fresh();

    /// <summary>What the operation shows, for the ledger.</summary>
    public required ShownRecords Shown { get; init; }

    /// <summary>The feed entry that a subscription's execution is about; null in other operations.</summary>
    public UpdateInHand? Update { get; init; }

    /// <summary>The one write of the operation, where it has been carried out already; null where it is still to be.</summary>
    public Task<IReadOnlyList<Outcome>>? Written { get; init; }

    /// <summary>Reads of a new snapshot, the caller's to dispose: what a mutation has just written.</summary>
    public Records Fresh() => open(Caller);

    public ValueTask DisposeAsync() => records?.DisposeAsync() ?? ValueTask.CompletedTask;
}
