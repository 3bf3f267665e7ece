using AgencyGraph.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Receipts;

public sealed class AcknowledgeUpdatesTests(ITestOutputHelper output)
{
    private const int Many = 50;

    [SkippableTheory, EveryDatabase]
    public async Task Of_many_acknowledgements_at_once_in_any_order_the_furthest_stands(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var bury = exchange.As(Role.CouncilSystem, "BUR");
        await using var stream = await bury.SubscribeAsync(Follow);
        var cursors = new List<string>();
        for (var number = 0; number < Many; number++)
            _ = await force.RecordAsync(number, "BUR");
        while (cursors.Count < Many)
            cursors.Add(await stream.NextCursorAsync());
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var shuffled = cursors.ToArray();
        new Random(seed).Shuffle(shuffled);

        var answers = await Task.WhenAll(shuffled.Select(bury.AcknowledgeAsync));

        Assert.All(shuffled.Zip(answers), pair => Assert.True(
            cursors.IndexOf(Text(pair.Second["acknowledgement"]?["cursor"])) >= cursors.IndexOf(pair.First), $"moved back, seed {seed}"));
        var late = await bury.AcknowledgeAsync(cursors[0]);
        Assert.Equal(cursors[^1], Text(late["acknowledgement"]?["cursor"]));
        await using var db = exchange.Database.Open();
        Assert.Equal(cursors[^1], (await db.Set<Acknowledgement>().SingleAsync()).Cursor.Value);
    }

    [SkippableTheory, EveryDatabase]
    public async Task An_older_cursor_changes_nothing_and_is_answered_with_what_holds(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (bury, cursors) = await FollowedAsync(exchange, 2);
        var first = await bury.AcknowledgeAsync(cursors[1]);

        var again = await bury.AcknowledgeAsync(cursors[0]);

        Assert.Equal("CHANGED", Text(again["outcome"]));
        Assert.Equal(first["acknowledgement"]?.ToJsonString(), again["acknowledgement"]?.ToJsonString());
        Assert.Equal((bury.Subject, "COUNCIL_SYSTEM"), (Text(first["acknowledgement"]?["consumer"]), Text(first["acknowledgement"]?["role"])));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_cursor_of_anybody_else_is_none(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (bury, cursors) = await FollowedAsync(exchange, 1);
        ExchangeCaller[] others =
        [
            exchange.As(Role.CouncilSystem, "WRL", bury.Subject), exchange.As(Role.HubPractitioner, "BUR", bury.Subject),
            exchange.As(Role.CouncilSystem, "BUR", "another"), exchange.As(Role.CouncilSystem, "BUR", bury.Subject, "CHILD_PROTECTION_ENQUIRY"),
        ];

        foreach (var other in others)
            Assert.Equal("CURSOR_INVALID", CodeOf(await other.AcknowledgeAsync(cursors[0])));
        Assert.Equal("CURSOR_INVALID", CodeOf(await bury.AcknowledgeAsync(cursors[0][..^1] + (cursors[0][^1] == 'A' ? 'B' : 'A'))));
        Assert.Equal("CURSOR_INVALID", CodeOf(await bury.AcknowledgeAsync("x")));
        await using var db = exchange.Database.Open();
        Assert.False(await db.Set<Acknowledgement>().AnyAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_cursor_from_before_a_restore_is_refused_and_the_new_history_begins_anew(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (bury, cursors) = await FollowedAsync(exchange, 3);
        _ = await bury.AcknowledgeAsync(cursors[2]);
        await using (var db = exchange.Database.Open())
            _ = await db.Database.ExecuteSqlAsync($"UPDATE feed_head SET epoch = epoch + 1");

        Assert.Equal("CURSOR_EPOCH_CHANGED", CodeOf(await bury.AcknowledgeAsync(cursors[2])));
        await using var stream = await bury.SubscribeAsync(Follow);
        _ = await exchange.As(Role.PoliceSystem, Sample.Force).RecordAsync(9, "BUR");
        var cursor = await stream.NextCursorAsync();
        Assert.Equal(cursor, Text((await bury.AcknowledgeAsync(cursor))["acknowledgement"]?["cursor"]));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_server_that_never_saw_the_acknowledgement_holds_to_it(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (bury, cursors) = await FollowedAsync(exchange, 2);
        _ = await bury.AcknowledgeAsync(cursors[1]);

        await using var started = await exchange.StartAnotherNodeAsync();

        var answer = await started.As(Role.CouncilSystem, "BUR").AcknowledgeAsync(cursors[0]);
        Assert.Equal(cursors[1], Text(answer["acknowledgement"]?["cursor"]));
    }

    private static async Task<(ExchangeCaller Bury, List<string> Cursors)> FollowedAsync(RunningExchange exchange, int count)
    {
        var bury = exchange.As(Role.CouncilSystem, "BUR");
        await using var stream = await bury.SubscribeAsync(Follow);
        var cursors = new List<string>();
        for (var number = 0; number < count; number++)
        {
            _ = await exchange.As(Role.PoliceSystem, Sample.Force).RecordAsync(number, "BUR");
            cursors.Add(await stream.NextCursorAsync());
        }

        return (bury, cursors);
    }
}
