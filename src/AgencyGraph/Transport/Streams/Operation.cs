namespace AgencyGraph.Transport.Streams;

/// <summary>One operation on a connection, from the client's asking until it has stopped running.</summary>
/// <param name="id">The client's name for it.</param>
/// <param name="head">The words before each of its results, where the protocol repeats them; otherwise empty.</param>
internal sealed class Operation(string id, ReadOnlyMemory<byte> head) : IDisposable
{
    private readonly CancellationTokenSource ending = new();
    private volatile bool abandoned;

    public string Id => id;

    public ReadOnlyMemory<byte> Head => head;

    public CancellationToken Ending => ending.Token;

    /// <summary>The client has completed it and may use the id again: frames that still wait belong to nobody.</summary>
    public bool IsAbandoned => abandoned;

    public Task AbandonAsync()
    {
        abandoned = true;
        return EndAsync();
    }

    /// <summary>The connection is ending, or the client has completed it.</summary>
    public Task EndAsync() => ending.CancelAsync();

    public void Dispose() => ending.Dispose();
}
