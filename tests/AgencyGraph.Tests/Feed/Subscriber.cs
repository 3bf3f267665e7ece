using AgencyGraph.Feed;

namespace AgencyGraph.Tests.Feed;

/// <summary>Reads a stream as a client does, and holds it to its promises: dense sequence, chained cursors.</summary>
internal sealed class Subscriber(IAsyncEnumerable<UpdateFrame> frames) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource end = new();
    private IAsyncEnumerator<UpdateFrame>? reading;
    private Task<bool>? next;

    public List<Frame> Frames { get; } = [];

    public IEnumerable<Guid> RecordIds => Frames.Select(frame => frame.RecordId);

    /// <summary>Takes its place in the stream now, without taking a frame.</summary>
    public void Begin()
    {
        reading ??= frames.GetAsyncEnumerator(end.Token);
        next ??= reading.MoveNextAsync().AsTask();
    }

    public async Task<Subscriber> ReadAsync(int count)
    {
        while (Frames.Count < count)
            Assert.True(await TryReadAsync(Patience), $"Only {Frames.Count} of {count} frames came.");
        return this;
    }

    /// <summary>Reads until nothing comes for a while.</summary>
    public async Task<Subscriber> ReadUntilSilenceAsync(int milliseconds = 1200)
    {
        while (await TryReadAsync(TimeSpan.FromMilliseconds(milliseconds)))
        {
        }

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        if (next is not null)
        {
            await next.ContinueWith(_ => { }, TaskScheduler.Default);
            await reading!.DisposeAsync();
        }

        end.Dispose();
    }

    private async Task<bool> TryReadAsync(TimeSpan patience)
    {
        Begin();
        if (await Task.WhenAny(next!, Task.Delay(patience)) != next)
            return false;

        Assert.True(await next);
        var frame = Frame.Parse(reading!.Current.Payload);
        Assert.Equal(frame.Cursor, reading.Current.Cursor);
        Assert.Equal(Frames.Count + 1, frame.Sequence);
        if (Frames.Count > 0)
            Assert.Equal(Frames[^1].Cursor, frame.PreviousCursor);
        Frames.Add(frame);
        next = null;
        return true;
    }
}
