using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Transport.StandIn;
using static AgencyGraph.Tests.Feed.World;

namespace AgencyGraph.Tests.Feed;

public sealed class PolicyEpochTests
{
    private const int Waiting = 5;

    [SkippableTheory, EveryDatabase]
    public async Task What_waits_in_a_seat_is_decided_again_once_somebody_has_lost_sight_of_something(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var renderer = new PlainRenderer(exchange.Markers);
        await using var stream = await exchange.SubscribeAsync(exchange.Request(Hub(Bury), renderer: renderer));
        var (first, last) = (Incident(Manchester, Bury), Incident(Manchester, Bury));
        stream.Begin();
        await exchange.RecordAsync(first);
        _ = await stream.ReadAsync(1);
        await exchange.RecordAsync([.. Enumerable.Range(0, Waiting).Select(_ => Incident(Manchester, Bury))]);
        await Eventually.IsAsync(() => renderer.Viewers.Count == 1 + Waiting, "all wait");

        renderer.Shows = (entry, _) => entry.RecordId == last.RecordId;
        await exchange.RaisePolicyEpochAsync();
        await exchange.RecordAsync(last);
        await Eventually.IsAsync(() => renderer.Viewers.Count == 2 + Waiting, "the last one waits");

        Assert.Equal([first.RecordId, last.RecordId], (await stream.ReadAsync(2)).RecordIds);
        Assert.Empty((await stream.ReadUntilSilenceAsync()).Frames.Skip(2));
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_waits_and_may_still_be_seen_comes_once_and_in_order(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var renderer = new PlainRenderer(exchange.Markers);
        await using var stream = await exchange.SubscribeAsync(exchange.Request(Hub(Bury), renderer: renderer));
        var drafts = Enumerable.Range(0, 2 * Waiting).Select(_ => Incident(Manchester, Bury)).ToList();
        stream.Begin();
        foreach (var draft in drafts)
        {
            await exchange.RecordAsync(draft);
            await exchange.RaisePolicyEpochAsync();
        }

        Assert.Equal(drafts.Select(draft => draft.RecordId), (await stream.ReadAsync(drafts.Count)).RecordIds);
        Assert.Equal(drafts.Count, (await stream.ReadUntilSilenceAsync()).Frames.Count);
    }

    [SkippableTheory, EveryDatabase]
    public async Task The_policy_epoch_rises_with_the_transaction_and_not_without_it(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var before = (await exchange.Streams.BeginAsync(CancellationToken.None)).PolicyEpoch;

        await exchange.RaisePolicyEpochAsync(isToCommit: false);
        Assert.Equal(before, (await exchange.Streams.BeginAsync(CancellationToken.None)).PolicyEpoch);
        await exchange.RaisePolicyEpochAsync();
        Assert.Equal(before + 1, (await exchange.Streams.BeginAsync(CancellationToken.None)).PolicyEpoch);
    }
}
