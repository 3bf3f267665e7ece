namespace AgencyGraph.Contract.Writes;

/// <summary>
/// A write, over a list of inputs: a single call is a list of one. Each input has its own outcome, and one that is refused has
/// touched nothing of the session.
/// </summary>
public interface IUseCase<TInput>
{
    /// <summary>The operation's name in the graph; a key used for one operation does not fit another.</summary>
    string Operation { get; }

    /// <summary>Within a batch, lower goes first: an original before its correction.</summary>
    int OrderOf(TInput input) => 0;

    /// <summary>Nobody stands and waits for it: live writes go before it.</summary>
    bool CanWait(TInput input) => false;

    /// <summary>What makes two inputs the same request.</summary>
    object BodyOf(TInput input) => input!;

    /// <summary>One outcome for each input, in their order. Changes are tracked in the session; the writer saves them.</summary>
    Task<IReadOnlyList<Outcome>> ExecuteAsync(WriteSession session, IReadOnlyList<TInput> inputs, CancellationToken cancellationToken);
}
