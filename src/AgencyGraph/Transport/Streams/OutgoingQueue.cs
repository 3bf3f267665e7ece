using System.Diagnostics.CodeAnalysis;

namespace AgencyGraph.Transport.Streams;

/// <summary>
/// What waits to be sent on one connection, bounded in messages and in bytes. Who finds it full waits, in the order of arrival. While nothing
/// waits it holds next to nothing, for most connections are idle.
/// </summary>
internal sealed class OutgoingQueue(int maxMessages, int maxBytes)
{
    private readonly Lock gate = new();
    private Queue<ServerMessage>? messages;
    private LinkedList<Waiting>? waiting;
    private bool closed;
    private bool isBeingSent;
    private int count;
    private int bytes;

    public enum Next { Message, Nothing, End }

    /// <summary>False when the queue was closed: the message will not be sent.</summary>
    public ValueTask<bool> WriteAsync(ServerMessage message, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<bool>(cancellationToken);
        lock (gate)
        {
            if (closed)
                return new ValueTask<bool>(false);
            if (waiting is { Count: > 0 } || !HasRoom(message.Length))
                return WaitAsync((waiting ??= []).AddLast(new Waiting(message)), cancellationToken);
            Take(message);
            return new ValueTask<bool>(true);
        }
    }

    /// <summary>True for one caller at a time, who then sends what waits until <see cref="TryTake"/> says that there is nothing.</summary>
    public bool TryBegin()
    {
        lock (gate)
        {
            if (isBeingSent || (!closed && messages is null))
                return false;
            return isBeingSent = true;
        }
    }

    /// <summary>The next message. After nothing another may begin; after the end nobody does.</summary>
    public Next TryTake(out ServerMessage message)
    {
        lock (gate)
        {
            if (messages is not null && messages.TryDequeue(out message))
                return Next.Message;
            messages = null;
            message = default;
            isBeingSent = closed;
            return closed ? Next.End : Next.Nothing;
        }
    }

    /// <summary>A message has left: it was sent or dropped.</summary>
    public void Left(ServerMessage message)
    {
        lock (gate)
        {
            count--;
            bytes -= message.Length;
            AdmitWhoWait();
        }
    }

    /// <summary>Takes nothing more, and lets go who waits. What is in it can still be taken.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            foreach (var one in waiting ?? [])
                _ = one.TrySetResult(false);
            waiting = null;
        }
    }

    private bool HasRoom(int length) => count == 0 || (count < maxMessages && bytes + length <= maxBytes);

    private void Take(ServerMessage message)
    {
        count++;
        bytes += message.Length;
        (messages ??= new(1)).Enqueue(message);
    }

    private void AdmitWhoWait()
    {
        while (waiting?.First is { } first && HasRoom(first.Value.Message.Length))
        {
            waiting.RemoveFirst();
            Take(first.Value.Message);
            _ = first.Value.TrySetResult(true);
        }
    }

    [SuppressMessage("Reliability", "CA2016", Justification = "Who gives up leaves its place in the line first.")]
    private async ValueTask<bool> WaitAsync(LinkedListNode<Waiting> one, CancellationToken cancellationToken)
    {
        await using var givingUp = cancellationToken.UnsafeRegister(_ => GiveUp(one, cancellationToken), null);
        return await one.Value.Task;
    }

    private void GiveUp(LinkedListNode<Waiting> one, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (one.List is null || !one.Value.TrySetCanceled(cancellationToken))
                return;
            one.List.Remove(one);
            AdmitWhoWait();
        }
    }

    private sealed class Waiting(ServerMessage message) : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public ServerMessage Message => message;
    }
}
