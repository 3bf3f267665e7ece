using AgencyGraph.Transport.Streams;

namespace AgencyGraph.Tests.Transport.Streams;

public sealed class OutgoingQueueTests
{
    [Fact]
    public async Task The_message_after_the_last_place_waits_until_one_has_left()
    {
        var queue = new OutgoingQueue(maxMessages: 3, maxBytes: 1000);
        for (var i = 0; i < 3; i++)
            Assert.True(await queue.WriteAsync(Message(10), default));

        var waiting = queue.WriteAsync(Message(10), default).AsTask();
        await Task.Delay(50);
        Assert.False(waiting.IsCompleted);

        queue.Left(Message(10));
        Assert.True(await waiting.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task The_message_after_the_last_byte_waits_and_those_behind_it_do_not_overtake()
    {
        var large = Message(500);
        var queue = new OutgoingQueue(maxMessages: 100, maxBytes: large.Length + 100);
        Assert.True(await queue.WriteAsync(large, default));

        var second = queue.WriteAsync(large, default).AsTask();
        var small = queue.WriteAsync(Message(1), default).AsTask();
        await Task.Delay(50);
        Assert.False(second.IsCompleted || small.IsCompleted);

        queue.Left(large);
        Assert.True(await second.WaitAsync(TimeSpan.FromSeconds(5)));
        Assert.True(await small.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_place_to_the_next()
    {
        var queue = new OutgoingQueue(maxMessages: 1, maxBytes: 1000);
        Assert.True(await queue.WriteAsync(Message(1), default));
        using var given = new CancellationTokenSource();
        var first = queue.WriteAsync(Message(1), given.Token).AsTask();
        var next = queue.WriteAsync(Message(1), default).AsTask();

        await given.CancelAsync();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Task.Delay(50);
        Assert.False(next.IsCompleted);

        queue.Left(Message(1));
        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Closing_lets_everybody_go_and_keeps_what_was_taken()
    {
        var queue = new OutgoingQueue(maxMessages: 1, maxBytes: 1000);
        Assert.True(await queue.WriteAsync(Message(1), default));
        var waiting = Enumerable.Range(0, 5).Select(_ => queue.WriteAsync(Message(1), default).AsTask()).ToArray();

        queue.Close();

        Assert.All(await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(5)), Assert.False);
        var left = 0;
        while (queue.TryTake(out _) == OutgoingQueue.Next.Message)
            left++;
        Assert.Equal(1, left);
    }

    private static ServerMessage Message(int bytes) => new(null, new byte[bytes]);
}
