using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;

namespace AgencyGraph.Tests.Contract.Writes;

public sealed class WriteQueuesTests
{
    private readonly WriteQueues queues = new();

    [Fact]
    public void Only_the_first_to_come_has_the_queues_worked()
    {
        Assert.True(queues.Add(Live()));
        Assert.False(queues.Add(Live()));
        Assert.Equal(2, queues.Next().Count);
        Assert.False(queues.Add(Live()));
        _ = Assert.Single(queues.Next());
        Assert.Empty(queues.Next());
        Assert.True(queues.Add(Live()));
    }

    [Fact]
    public void A_group_is_bounded()
    {
        for (var i = 0; i < WriteQueues.MaxLive + 1; i++)
            _ = queues.Add(Live());
        for (var i = 0; i < 3; i++)
            _ = queues.Add(Backlog(40));
        _ = queues.Add(Backlog(500));

        Assert.Equal([WriteQueues.MaxLive, 1, 1, 1, 1, 1, 0], Enumerable.Range(0, 7).Select(_ => queues.Next().Count));
    }

    [Fact]
    public void Live_requests_without_end_leave_the_backlog_its_turn()
    {
        _ = queues.Add(Backlog(500));
        var groups = new List<bool>();
        for (var i = 0; i < WriteQueues.LiveGroupsInARow + 2; i++)
        {
            _ = queues.Add(Live());
            groups.Add(queues.Next()[0].Work.CanWait);
        }

        Assert.Equal(WriteQueues.LiveGroupsInARow, groups.IndexOf(true));
        Assert.Single(groups, isBacklog => isBacklog);
    }

    [Fact]
    public async Task Who_calls_off_before_the_turn_is_told_and_left_out()
    {
        var (gone, stays) = (Live(), Live());
        _ = queues.Add(gone);
        _ = queues.Add(stays);
        gone.CallOff(new CancellationToken(canceled: true));

        Assert.Same(stays, Assert.Single(queues.Next()));
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone.Answer);
        stays.CallOff(new CancellationToken(canceled: true));
        stays.Reply();
        Assert.True(stays.Answer.IsCompletedSuccessfully);
    }

    private static WaitingWrite Live() => new(new Nothing(1, canWait: false));

    private static WaitingWrite Backlog(int count) => new(new Nothing(count, canWait: true));

    private sealed class Nothing(int count, bool canWait) : WriteWork
    {
        public override int Count => count;

        public override bool CanWait => canWait;

        public override Task ExecuteAsync(AgencyDb db, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
