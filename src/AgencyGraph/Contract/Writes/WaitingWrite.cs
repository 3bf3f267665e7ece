namespace AgencyGraph.Contract.Writes;

/// <summary>A write request in the queue, and its caller's answer. Called off before its turn it goes; after that it is carried out.</summary>
internal sealed class WaitingWrite(WriteWork work)
{
    private readonly TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int isSettled;

    public WriteWork Work => work;

    public Task Answer => answer.Task;

    /// <summary>Why it failed; null as long as it has not.</summary>
    public Exception? Failure { get; private set; }

    /// <returns>False when it was called off.</returns>
    public bool TakeTurn() => Interlocked.Exchange(ref isSettled, 1) == 0;

    public void CallOff(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref isSettled, 1) == 0)
            _ = answer.TrySetCanceled(cancellationToken);
    }

    /// <summary>What it failed on first is what its caller is told.</summary>
    public void Fail(Exception failure) => Failure ??= failure;

    public void Reply()
    {
        if (Failure is { } failure)
            _ = answer.TrySetException(failure);
        else
            _ = answer.TrySetResult();
    }
}
