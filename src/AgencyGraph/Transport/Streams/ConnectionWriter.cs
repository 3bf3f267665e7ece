using System.Buffers;

namespace AgencyGraph.Transport.Streams;

/// <summary>
/// The one place that sends on a connection, the closing word included. Who writes while nobody sends, sends; so an idle connection has no
/// loop that waits.
/// </summary>
internal sealed class ConnectionWriter(IWire wire, TransportOptions options, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>What goes out within it of being decided is sent as decided; what had to wait longer is asked for.</summary>
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(1);

    private readonly OutgoingQueue queue = new(options.QueueMessages, options.QueueBytes);
    private TaskCompletionSource? finished;
    private ITimer? stall;
    private ConnectionClose? close;
    private volatile bool dropping;
    private bool isLate;
    private volatile Expiry? expiry;

    /// <summary>Nothing but the closing word is sent from then on, however late the timer that ends the session may be.</summary>
    public void SendNothingFrom(Expiry instant) => expiry = instant;

    /// <summary>What to do when a message has waited so long that who gets it must be decided again: nothing of what waits may be sent then.</summary>
    public Action Overruled { private get; set; } = () => { };

    /// <summary>To be called where a message may not be sent any more: nothing else may either, or there would be a gap.</summary>
    public Action WhenStale { private get; set; } = () => { };

    /// <summary>Whether the client was cut off because it did not read.</summary>
    public bool CutOffSlow { get; private set; }

    /// <summary>Queues a message, when there is room; false when the connection is closing.</summary>
    public ValueTask<bool> WriteAsync(ServerMessage message, CancellationToken cancellationToken)
    {
        var taken = queue.WriteAsync(message, cancellationToken);
        SendWhatWaits();
        return taken;
    }

    /// <summary>Ends the sending with a closing word. Only the first call counts.</summary>
    /// <param name="drop">Whether what waits is dropped or sent before.</param>
    public void Finish(ConnectionClose with, bool drop)
    {
        if (Interlocked.CompareExchange(ref close, with, null) is null)
            dropping = drop;
        queue.Close();
        SendWhatWaits();
    }

    /// <summary>Done when all is sent after <see cref="Finish"/>; fails when the connection was lost, which is then cut.</summary>
    public Task WhenFinishedAsync() => Finished.Task;

    public ValueTask DisposeAsync() => stall?.DisposeAsync() ?? default;

    private TaskCompletionSource Finished
        => finished ?? Interlocked.CompareExchange(ref finished, new(TaskCreationOptions.RunContinuationsAsynchronously), null) ?? finished;

    private void SendWhatWaits()
    {
        if (queue.TryBegin())
            _ = SendAllAsync();
    }

    private async Task SendAllAsync()
    {
        try
        {
            OutgoingQueue.Next next;
            while ((next = queue.TryTake(out var message)) == OutgoingQueue.Next.Message)
            {
                if (!dropping && message.MayLeave?.Invoke() == false)
                    WhenStale();
                else if (isLate && !message.Decision.Holds)
                    Overruled();
                if (!dropping && message.Operation is not { IsAbandoned: true } && expiry is not { IsPast: true })
                    await SendAsync(message);
                queue.Left(message);
            }

            isLate = false;
            if (next == OutgoingQueue.Next.End)
                await EndAsync();
        }
        catch (Exception exception)
        {
            wire.Abort();
            Finished.SetException(exception);
        }
    }

    private async ValueTask EndAsync()
    {
        if (close is not null && wire.IsOpen)
            await GuardAsync(wire.CloseAsync(close));
        Finished.SetResult();
    }

    private ValueTask SendAsync(ServerMessage message)
    {
        var frame = ArrayPool<byte>.Shared.Rent(message.Length);
        message.CopyTo(frame);
        var sending = wire.SendAsync(frame.AsMemory(0, message.Length));
        if (!sending.IsCompletedSuccessfully)
            return SendOnAsync(sending.AsTask(), frame, message.Written);
        sending.GetAwaiter().GetResult();
        ArrayPool<byte>.Shared.Return(frame);
        message.Written?.Invoke();
        return default;
    }

    private async ValueTask SendOnAsync(Task sending, byte[] frame, Action? written)
    {
        var begun = clock.GetTimestamp();
        try
        {
            await GuardAsync(sending);
            written?.Invoke();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(frame);
            isLate |= clock.GetElapsedTime(begun) > Promptly;
        }
    }

    private async Task GuardAsync(Task sending)
    {
        stall ??= clock.CreateTimer(static writer => ((ConnectionWriter)writer!).CutOff(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _ = stall.Change(options.SendWait, Timeout.InfiniteTimeSpan);
        await sending;
        _ = stall.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void CutOff()
    {
        CutOffSlow = true;
        wire.Abort();
    }
}
