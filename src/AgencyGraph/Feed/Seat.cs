using System.Threading.Tasks.Sources;

namespace AgencyGraph.Feed;

/// <summary>
/// A stream's place in the live flow, with its bounded queue. When the queue is full, or its entry could not be rendered, the seat
/// is closed: the stream empties what is queued and reads on from the database, so that it neither loses anything nor keeps
/// others waiting.
/// </summary>
internal sealed class Seat(StreamRequest request, StreamFilter filter) : IValueTaskSource
{
    public const int Capacity = 256;
    public const int CapacityInBytes = 1 << 20;

    private readonly Lock gate = new();
    private ManualResetValueTaskSourceCore<bool> waiting;
    private Queue<Delivery>? queue;
    private int queuedBytes;
    private bool isAwaited;
    private bool isClosed;
    private bool isInterrupted;
    private bool isKnockedAt;

    public StreamRequest Request => request;

    public StreamFilter Filter => filter;

    /// <summary>The live flow brings everything after this position; what is at or before it is the stream's own to read.</summary>
    public long From { get; set; }

    /// <summary>Where to read on after the seat was closed: everything up to here was queued or is not for this stream.</summary>
    public long ResumeFrom { get; private set; }

    /// <summary>Closed because a rendering took too long.</summary>
    public bool IsSlow { get; set; }

    /// <summary>Closed, and nothing is queued any more.</summary>
    public bool IsOver
    {
        get
        {
            lock (gate)
                return isClosed && queue is null;
        }
    }

    /// <summary>False when there is no room: the seat is then closed. The stream learns of either when it is woken.</summary>
    public bool Offer(Delivery delivery)
    {
        lock (gate)
        {
            var hasRoom = queue is null || (queue.Count < Capacity && queuedBytes + delivery.Template.Length <= CapacityInBytes);
            if (hasRoom && !isClosed)
            {
                (queue ??= new(1)).Enqueue(delivery);
                queuedBytes += delivery.Template.Length;
                return true;
            }
        }

        Close(delivery.Position - 1);
        return false;
    }

    public void Close(long resumeFrom)
    {
        lock (gate)
        {
            if (isClosed)
                return;
            ResumeFrom = resumeFrom;
            isClosed = true;
        }

        Wake(elsewhere: true);
    }

    /// <summary>What is queued is not to be shown any more: the seat is closed, and its stream reads it anew.</summary>
    public void Forget()
    {
        lock (gate)
        {
            if (queue is null || !queue.TryPeek(out var first))
                return;
            (ResumeFrom, isClosed) = (first.Position - 1, true);
            (queue, queuedBytes) = (null, 0);
        }

        Wake(elsewhere: true);
    }

    /// <summary>Whoever waits waits no longer, whether or not anything has come.</summary>
    public void Interrupt()
    {
        lock (gate)
            isInterrupted = true;
        Wake(elsewhere: true);
    }

    /// <summary>Whoever waits looks up, once.</summary>
    public void Knock()
    {
        lock (gate)
            isKnockedAt = true;
        Wake(elsewhere: true);
    }

    /// <summary>Goes on, on this thread, with the stream that waits for what was offered.</summary>
    public void Wake() => Wake(elsewhere: false);

    public bool TryTake(out Delivery delivery)
    {
        lock (gate)
        {
            delivery = default;
            if (queue is null || !queue.TryDequeue(out delivery))
                return false;
            queuedBytes -= delivery.Template.Length;
            if (queue.Count == 0)
                queue = null; // An idle stream holds none.
            return true;
        }
    }

    /// <summary>Done when there is something to take, or the seat is closed or interrupted. One waits at a time.</summary>
    public ValueTask WaitAsync()
    {
        lock (gate)
        {
            if (HasNews)
            {
                isKnockedAt = false;
                return default;
            }

            waiting.Reset();
            isAwaited = true;
            return new ValueTask(this, waiting.Version);
        }
    }

    void IValueTaskSource.GetResult(short token) => _ = waiting.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => waiting.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => waiting.OnCompleted(continuation, state, token, flags);

    private bool HasNews => queue is not null || isClosed || isInterrupted || isKnockedAt;

    private void Wake(bool elsewhere)
    {
        lock (gate)
        {
            if (!isAwaited || !HasNews)
                return;
            (isAwaited, isKnockedAt) = (false, false);
            waiting.RunContinuationsAsynchronously = elsewhere;
        }

        waiting.SetResult(true);
    }
}
