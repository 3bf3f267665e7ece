namespace AgencyGraph.Contract.Writes;

/// <summary>
/// Who waits to write: live requests, and behind them the backlog. A group is of one kind, so that no live request waits for more of
/// the backlog than what is being written.
/// </summary>
internal sealed class WriteQueues
{
    public const int MaxLive = 64;

    /// <summary>Inputs of the backlog that go together; a request that holds more goes alone.</summary>
    public const int MaxBacklogInputs = 64;

    /// <summary>After so many groups of live requests in a row it is the backlog's turn.</summary>
    public const int LiveGroupsInARow = 8;

    private readonly Lock door = new();
    private readonly Queue<WaitingWrite> live = new();
    private readonly Queue<WaitingWrite> backlog = new();
    private int liveGroups;
    private bool isWorked;

    /// <returns>True when nobody is at work on the queues: the caller has it done then.</returns>
    public bool Add(WaitingWrite write)
    {
        lock (door)
        {
            (write.Work.CanWait ? backlog : live).Enqueue(write);
            return !isWorked && (isWorked = true);
        }
    }

    /// <returns>Who writes next; empty when nobody waits, and then nobody is at work any more.</returns>
    public IReadOnlyList<WaitingWrite> Next()
    {
        lock (door)
        {
            var isBacklogsTurn = liveGroups >= LiveGroupsInARow;
            var group = isBacklogsTurn ? TakeBacklog() : TakeLive();
            if (group.Count == 0)
                group = isBacklogsTurn ? TakeLive() : TakeBacklog();
            isWorked = group.Count > 0;
            return group;
        }
    }

    private List<WaitingWrite> TakeLive()
    {
        var group = new List<WaitingWrite>();
        while (group.Count < MaxLive && live.TryDequeue(out var write))
            _ = AddUnlessCalledOff(write, group);
        liveGroups += group.Count > 0 ? 1 : 0;
        return group;
    }

    private List<WaitingWrite> TakeBacklog()
    {
        var group = new List<WaitingWrite>();
        var inputs = 0;
        while (backlog.TryPeek(out var write) && (group.Count == 0 || inputs + write.Work.Count <= MaxBacklogInputs))
        {
            inputs += AddUnlessCalledOff(backlog.Dequeue(), group);
        }

        liveGroups = 0;
        return group;
    }

    /// <returns>How many inputs that is.</returns>
    private static int AddUnlessCalledOff(WaitingWrite write, List<WaitingWrite> group)
    {
        if (!write.TakeTurn())
            return 0;

        group.Add(write);
        return write.Work.Count;
    }
}
