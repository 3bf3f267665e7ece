using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Visibility;
using Xunit.Abstractions;
using static AgencyGraph.Tests.Feed.World;

namespace AgencyGraph.Tests.Feed;

public sealed class StreamTests(ITestOutputHelper output)
{
    private const int Writers = 16;
    private const int CommitsEach = 20;

    [SkippableTheory, EveryDatabase]
    public async Task Sixteen_writers_lose_nothing_and_keep_the_order_of_commits(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var history = new History();
        await using var early = await exchange.SubscribeAsync(exchange.Request(Hub(Bury)));
        await using var force = await exchange.SubscribeAsync(exchange.Request(Police(Manchester)));
        await using var other = await exchange.SubscribeAsync(exchange.Request(Hub(Bolton)));
        early.Begin();

        var writing = history.WriteAsync(exchange, Writers, CommitsEach);
        var late = new List<(Subscriber Subscriber, HashSet<Guid> Before)>();
        for (var i = 0; i < 8; i++)
        {
            await Task.Delay(50);
            var subscriber = await exchange.SubscribeAsync(exchange.Request(Hub(Bury, $"late {i}")));
            late.Add((subscriber, [.. history.Committed]));
        }

        await writing;
        var all = history.Committed;
        Assert.Equal(all, (await early.ReadAsync(all.Length)).RecordIds);
        Assert.Equal(all, (await force.ReadAsync(all.Length)).RecordIds);
        Assert.Empty((await other.ReadUntilSilenceAsync()).Frames);
        foreach (var (subscriber, before) in late)
        {
            await using (subscriber)
            {
                var got = (await subscriber.ReadUntilSilenceAsync()).RecordIds.ToArray();
                Assert.Equal(all[^got.Length..], got);
                Assert.Empty(all[..^got.Length].Except(before));
            }
        }
    }

    [SkippableTheory, EveryDatabase]
    public async Task Resuming_at_random_points_gives_the_whole_history_once(DatabaseKind kind)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        await using var exchange = await FeedExchange.StartAsync(kind);
        var history = new History();
        await exchange.RecordAsync(Incident(Manchester, Bolton));
        var callers = Enumerable.Range(0, 6).Select(i => Hub(Bury, $"subject {i}")).ToList();
        var opened = await Task.WhenAll(callers.Select(caller => exchange.Streams.OpenAsync(exchange.Request(caller), CancellationToken.None)));
        var streams = callers.Zip(opened, (caller, first) => InPiecesAsync(exchange, caller, first, Writers * CommitsEach * 2, new Random(seed++))).ToList();
        await history.WriteAsync(exchange, Writers, CommitsEach * 2, rollBack: false);

        foreach (var stream in streams)
            Assert.Equal(history.Committed, await stream);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_slow_stream_holds_nobody_up_and_loses_nothing(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        await using var slow = await exchange.SubscribeAsync(exchange.Request(Hub(Bury, "slow")));
        await using var quick = await exchange.SubscribeAsync(exchange.Request(Hub(Bury, "quick")));
        slow.Begin();
        quick.Begin();

        var drafts = Enumerable.Range(0, Seat.Capacity * 4).Select(_ => Incident(Manchester, Bury)).ToArray();
        foreach (var batch in drafts.Chunk(100))
            await exchange.RecordAsync(batch);

        var expected = drafts.Select(draft => draft.RecordId).ToList();
        Assert.Equal(expected, (await quick.ReadAsync(expected.Count)).RecordIds);
        await slow.ReadAsync(Seat.Capacity + 10);
        var more = Incident(Manchester, Bury);
        await exchange.RecordAsync(more);
        Assert.Equal([.. expected, more.RecordId], (await slow.ReadAsync(expected.Count + 1)).RecordIds);
        Assert.Single((await slow.ReadUntilSilenceAsync()).Frames, frame => frame.RecordId == more.RecordId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_was_given_two_tokens_ends_with_either(bool isFirst)
    {
        await using var exchange = await FeedExchange.StartAsync(DatabaseKind.Sqlite);
        using var opening = new CancellationTokenSource();
        using var reading = new CancellationTokenSource();
        var opened = await exchange.Streams.OpenAsync(exchange.Request(Hub(Bury)), opening.Token);
        await using var frames = opened.Frames!.GetAsyncEnumerator(reading.Token);
        var next = frames.MoveNextAsync().AsTask();

        await (isFirst ? opening : reading).CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_slow_stream_of_large_updates_reads_for_itself_what_there_was_no_room_for(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var renderer = new PlainRenderer(exchange.Markers) { Padding = new string('x', Seat.CapacityInBytes / 10) };
        await using var slow = await exchange.SubscribeAsync(exchange.Request(Hub(Bury, "slow"), renderer: renderer));
        await using var quick = await exchange.SubscribeAsync(exchange.Request(Hub(Bury, "quick")) with { AudienceKey = "small" });
        slow.Begin();
        quick.Begin();

        var drafts = Enumerable.Range(0, 30).Select(_ => Incident(Manchester, Bury)).ToArray();
        foreach (var draft in drafts)
            await exchange.RecordAsync(draft);

        var expected = drafts.Select(draft => draft.RecordId).ToList();
        Assert.Equal(expected, (await quick.ReadAsync(expected.Count)).RecordIds);
        Assert.True(renderer.Viewers.Count < expected.Count, "Nobody renders for a stream that has left its seat.");
        Assert.Equal(expected, (await slow.ReadAsync(expected.Count)).RecordIds);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_stream_is_narrowed_to_its_kinds_and_children(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var (child, sibling) = (ChildId.New(), ChildId.New());
        await exchange.TieAsync(Tie(child, RelationshipKind.HubArea, Bury.Value));
        var ask = exchange.Request(Hub(Bury));
        await using var shared = await exchange.SubscribeAsync(ask with { Kinds = [UpdateKind.IncidentShared] });
        await using var about = await exchange.SubscribeAsync(ask with { Children = [child] });
        await using var none = await exchange.SubscribeAsync(ask with { Kinds = [] });
        await using var all = await exchange.SubscribeAsync(ask);
        about.Begin();

        var drafts = new[]
        {
            Incident(Manchester, Bury, true, child, sibling),
            Incident(Manchester, Bury, true, sibling),
            Incident(Manchester, Bury, true, sibling) with { Kind = UpdateKind.IncidentShared },
            Incident(Manchester, Bury, true) with { Kind = UpdateKind.IncidentShared },
        };
        await exchange.RecordAsync(drafts);

        Assert.Equal(drafts.Select(draft => draft.RecordId), (await all.ReadAsync(4)).RecordIds);
        Assert.Equal([drafts[2].RecordId, drafts[3].RecordId], (await shared.ReadUntilSilenceAsync()).RecordIds);
        Assert.Equal([drafts[0].RecordId], (await about.ReadUntilSilenceAsync()).RecordIds);
        Assert.Empty((await none.ReadUntilSilenceAsync()).Frames);
    }

    private static async Task<List<Guid>> InPiecesAsync(FeedExchange exchange, Caller caller, OpenedStream first, int total, Random random)
    {
        var got = new List<Guid>();
        string? after = null;
        while (got.Count < total)
        {
            await using var piece = after is null ? new Subscriber(first.Frames!) : await exchange.SubscribeAsync(exchange.Request(caller, after));
            await piece.ReadAsync(Math.Min(total - got.Count, random.Next(1, 90)));
            Assert.Equal(after, piece.Frames[0].PreviousCursor);
            got.AddRange(piece.RecordIds);
            after = piece.Frames[^1].Cursor;
            await Task.Delay(random.Next(0, 30));
        }

        return got;
    }
}
