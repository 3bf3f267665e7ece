namespace AgencyGraph.Feed;

/// <summary>One page of the past being read by a stream, until it is read or interrupted.</summary>
internal sealed class PastReading : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource interruption = new();
    private readonly CancellationToken token;
    private readonly Past past;
    private readonly IAsyncEnumerator<Delivery> page;

    public PastReading(Past past, long upTo)
    {
        this.past = past;
        token = interruption.Token;
        page = past.ReadPageAsync(upTo, token).GetAsyncEnumerator(token);
    }

    public Delivery Current => page.Current;

    /// <summary>Everything up to here was told, or is not for this stream.</summary>
    public long Position => past.Position;

    public void Interrupt()
    {
        // Not on the thread of whoever ends the stream; and the source is never disposed, for it has no timer and no link.
        _ = interruption.CancelAsync();
    }

    /// <summary>False at the end of the page; where there was nothing on it, after a moment.</summary>
    public async ValueTask<bool> MoveNextAsync()
    {
        if (await page.MoveNextAsync())
            return true;
        if (past.IsAtEnd)
            await Task.Delay(Poll, token);
        return false;
    }

    public ValueTask DisposeAsync() => page.DisposeAsync();
}
