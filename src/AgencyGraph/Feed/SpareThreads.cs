namespace AgencyGraph.Feed;

/// <summary>
/// While the database is silent, the driver holds a thread of the pool for each statement that it gives up: to call it off, it asks the same database, and
/// waits for it. The pool adds a thread or two in a second, and until then nobody would be answered, not even that the database is not seen. Therefore
/// it may meanwhile add as many at once as there can be statements.
/// </summary>
internal sealed class SpareThreads : IDisposable
{
    /// <summary>More than a server has connections to its database.</summary>
    private const int Spare = 128;

    private static readonly Lock Gate = new();

    /// <summary>The servers of this process that need them.</summary>
    private static int holders;

    private bool isHolder;

    public void Keep(bool areNeeded)
    {
        lock (Gate)
        {
            if (areNeeded == isHolder)
                return;
            isHolder = areNeeded;
            holders += areNeeded ? 1 : -1;
            if (holders == (areNeeded ? 1 : 0))
                Add(areNeeded ? Spare : -Spare);
        }
    }

    public void Dispose() => Keep(false);

    private static void Add(int workers)
    {
        ThreadPool.GetMinThreads(out var least, out var leastOfCompletions);
        _ = ThreadPool.SetMinThreads(least + workers, leastOfCompletions);
    }
}
