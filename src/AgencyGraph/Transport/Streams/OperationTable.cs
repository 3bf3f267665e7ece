namespace AgencyGraph.Transport.Streams;

/// <summary>
/// The operations of one connection. An id is free as soon as either side completed it; a place is free only when the operation has
/// stopped, so that completing and subscribing in turn starts no more work than the limit.
/// </summary>
internal sealed class OperationTable(int most)
{
    private readonly Lock gate = new();
    private readonly List<Operation> named = new(1);
    private TaskCompletionSource? allStopped;
    private int running;
    private bool isEnding;

    public enum Entry { Added, Duplicate, Full }

    public int Running
    {
        get
        {
            lock (gate)
                return running;
        }
    }

    public Entry TryAdd(Operation operation)
    {
        lock (gate)
        {
            if (Find(operation.Id) is not null)
                return Entry.Duplicate;
            if (running == most)
                return Entry.Full;
            named.Add(operation);
            running++;
            if (isEnding)
                _ = operation.EndAsync();
            return Entry.Added;
        }
    }

    /// <summary>The client completes an operation. One that has just ended by itself is no mistake of the client.</summary>
    public Task AbandonAsync(string id)
    {
        lock (gate)
            return Find(id) is { } operation && named.Remove(operation) ? operation.AbandonAsync() : Task.CompletedTask;
    }

    /// <summary>The server completes an operation; false when the client did so first, and is told nothing more.</summary>
    public bool Complete(Operation operation)
    {
        lock (gate)
            return named.Remove(operation);
    }

    /// <summary>The connection is ending: all are told, and those that come yet.</summary>
    public Task EndAllAsync()
    {
        lock (gate)
        {
            isEnding = true;
            return Task.WhenAll(named.Select(operation => operation.EndAsync()));
        }
    }

    /// <summary>The operation runs no longer.</summary>
    public void Stopped(Operation operation)
    {
        lock (gate)
        {
            _ = Complete(operation);
            operation.Dispose();
            if (--running == 0)
                allStopped?.TrySetResult();
        }
    }

    public Task WhenAllStoppedAsync()
    {
        lock (gate)
        {
            if (running == 0)
                return Task.CompletedTask;
            allStopped ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return allStopped.Task;
        }
    }

    private Operation? Find(string id) => named.Find(operation => operation.Id == id);
}
