using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>
/// One stream's frames, in the feed's order: from the database while it is behind, from the live flow once it is near, and from the
/// database again whenever it does not keep pace. Enumerated once. Thousands wait at the same time, so it is one object and not a chain.
/// </summary>
public sealed class UpdateFrames : IAsyncEnumerable<UpdateFrame>, IAsyncEnumerator<UpdateFrame>
{
    private readonly StreamSource source;
    private readonly WrittenFrames written;
    private readonly StreamRequest request;
    private readonly StreamFilter filter;
    private CancellationToken token;
    private CancellationTokenSource? both;
    private CancellationTokenRegistration cancelling;
    private Exception? end;
    private Seat? seat;
    private PastReading? past;
    private FramePen pen;
    private long position;
    private long? slowSince;

    internal UpdateFrames(
        StreamSource source, WrittenFrames written, StreamRequest request, StreamFilter filter, Cursor start, CursorSeal cursors, CancellationToken token)
    {
        (this.source, this.written, this.request, this.filter, this.token) = (source, written, request, filter, token);
        (position, pen) = (start.Position, new FramePen(start, cursors, request.After, source.Now));
    }

    public UpdateFrame Current { get; private set; }

    public IAsyncEnumerator<UpdateFrame> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.CanBeCanceled && token.CanBeCanceled && token != cancellationToken)
            both = CancellationTokenSource.CreateLinkedTokenSource(token, cancellationToken);
        token = both?.Token ?? (cancellationToken.CanBeCanceled ? cancellationToken : token);
        cancelling = token.UnsafeRegister(
            static (frames, cancelled) => ((UpdateFrames)frames!).EndWith(new OperationCanceledException(cancelled)), this);
        source.Opened(this);
        return this;
    }

    /// <summary>The stream ends at once with this exception, even where frames wait. Only the first end counts.</summary>
    public void EndWith(Exception exception)
    {
        if (Interlocked.CompareExchange(ref end, exception, null) is not null)
            return;
        seat?.Interrupt();
        past?.Interrupt();
    }

    /// <summary>Asked of a frame before it leaves the server, however long it waited for its turn.</summary>
    public Func<bool> MayLeave => source.MayLeave;

    internal void End(StreamEnd why) => EndWith(request.Renderer.Ending(why));

    /// <summary>Looks whether a bookmark is due, where this waits, or whether the database is not seen.</summary>
    internal void Look()
    {
        if (source.IsBlind)
            seat?.Forget();
        if (source.IsBookmarkDue(pen.WroteAt))
            seat?.Knock();
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (end is not null || past is not null || seat is null || source.IsBlind || !seat.TryTake(out var delivery) || IsOutdated(delivery))
            return MoveOnAsync();
        Take(delivery);
        return new ValueTask<bool>(true);
    }

    public async ValueTask DisposeAsync()
    {
        source.Closed(this);
        await cancelling.DisposeAsync();
        LeaveSeat();
        await LeavePastAsync();
        both?.Dispose();
    }

    private async ValueTask<bool> MoveOnAsync()
    {
        Current = default; // An idle stream holds no frame.
        while (true)
        {
            ThrowIfEnded();
            if (past is null && source.IsBlind)
            {
                // What waits in the seat was decided by rules that cannot be confirmed: it is read anew.
                LeaveSeat();
                await source.NextLookAsync().WaitAsync(token);
            }
            else if (past is not null)
            {
                if (await ReadPastAsync())
                    return true;
                if (past is null && seat is null && source.IsBookmarkDue(pen.WroteAt))
                {
                    // It is far behind, and page after page may hold nothing for it.
                    await MarkAsync(position);
                    return true;
                }
            }
            else if (seat is null)
            {
                await JoinAsync();
            }
            else if (position < seat.From)
            {
                await GoBackAsync(upTo: seat.From);
            }
            else if (await IsShownSeatedAsync(seat, source.Settled))
            {
                return true;
            }
        }
    }

    /// <summary>False where there is something else to do, or may be.</summary>
    private async ValueTask<bool> IsShownSeatedAsync(Seat at, long settled)
    {
        if (at.TryTake(out var delivery))
        {
            if (IsOutdated(delivery))
                return false;
            Take(delivery);
            return true;
        }

        if (at.IsOver)
        {
            position = at.ResumeFrom;
            LeaveSeat();
            return false;
        }

        if (!source.IsBookmarkDue(pen.WroteAt))
        {
            await at.WaitAsync();
            return false;
        }

        await MarkAsync(Math.Max(position, settled));
        return true;
    }

    /// <summary>Security: it comes and looks the same whether or not anything hidden was passed.</summary>
    private async ValueTask MarkAsync(long upTo)
    {
        var bookmark = await request.Renderer.RenderBookmarkAsync(token);
        position = upTo;
        Current = pen.Mark(bookmark, upTo, source.UtcNow, request.Renderer.WordsOf, source.Now);
    }

    private void ThrowIfEnded()
    {
        if (end is { } exception)
            throw exception is OperationCanceledException ? new OperationCanceledException(token) : exception;
    }

    private async ValueTask JoinAsync()
    {
        await source.Started.WaitAsync(token);
        var joining = new Seat(request, filter);
        if (!source.IsApart(slowSince) && source.TryJoin(joining, position))
            Exchange(ref seat, joining, static seat => seat.Interrupt());
        else
            await GoBackAsync(upTo: long.MaxValue);
    }

    private async ValueTask GoBackAsync(long upTo)
    {
        // Whoever woke this stream has others to wake; the embedded database answers without yielding.
        await Task.Yield();
        Exchange(ref past, new PastReading(source.PastOf(request, filter, position), upTo), static past => past.Interrupt());
    }

    private async ValueTask<bool> ReadPastAsync()
    {
        try
        {
            if (await past!.MoveNextAsync())
            {
                Take(past.Current);
                return true;
            }

            position = past.Position;
        }
        catch (Exception) when (end is not null)
        {
            // The reading was interrupted, and the end says why.
            return false;
        }

        await LeavePastAsync();
        return false;
    }

    /// <summary>Either this sees that the stream has ended, or the ending sees what the stream now waits for.</summary>
    private void Exchange<T>(ref T? place, T taken, Action<T> interrupt)
        where T : class
    {
        _ = Interlocked.Exchange(ref place, taken);
        if (end is not null)
            interrupt(taken);
    }

    private void Take(Delivery delivery)
    {
        if (request.Allowance?.TrySpend() == false)
            throw request.Renderer.Ending(StreamEnd.AllowanceSpent);
        position = delivery.Position;
        Current = pen.Write(delivery, source.Now) with
        {
            Written = written.NoteFor(request.Caller, delivery.Position),
            Decision = new Decision(delivery.PolicyEpoch, source.IsOutdated),
        };
    }

    /// <summary>What waited in the seat while somebody's sight was taken is decided again: the stream reads on from where it stands.</summary>
    private bool IsOutdated(Delivery delivery)
    {
        if (!source.IsOutdated(delivery.PolicyEpoch))
            return false;
        LeaveSeat();
        return true;
    }

    private void LeaveSeat()
    {
        if (seat is not { } left)
            return;
        source.Leave(left);
        if (left.IsSlow)
            slowSince = source.Now;
        seat = null;
    }

    private async ValueTask LeavePastAsync()
    {
        if (past is not { } left)
            return;
        past = null;
        await left.DisposeAsync();
    }
}
