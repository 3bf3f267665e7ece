using AgencyGraph.Feed;
using AgencyGraph.Tests.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Feed;

/// <summary>A server that does not hear from its database cannot know that what it was about to send may still be seen.</summary>
public sealed class BlindnessTests
{
    private const string Watch = "subscription($after: Cursor) { updates(after: $after) { sequence cursor ... on IncidentRecorded { incident { reference } } } }";

    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    [SkippableTheory, EveryDatabase]
    public async Task What_waits_for_its_stream_when_sight_is_lost_is_decided_anew_when_it_is_back(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind, clock);
        var renderer = new PlainRenderer(exchange.Markers);
        await using var stream = await exchange.SubscribeAsync(exchange.Request(World.Hub(World.Bury), renderer: renderer));
        var drafts = Enumerable.Range(0, 4).Select(_ => World.Incident(World.Manchester, World.Bury)).ToArray();
        stream.Begin();
        foreach (var draft in drafts)
            await exchange.RecordAsync(draft);
        await stream.ReadAsync(1);
        while (exchange.Live.Settled < 4)
            await Task.Delay(1);

        exchange.Database.IsDown = true;
        clock.Advance(DatabaseContact.BlindAfter + TimeSpan.FromSeconds(1));
        Assert.Single((await stream.ReadUntilSilenceAsync()).Frames);
        renderer.Shows = (entry, _) => entry.RecordId != drafts[2].RecordId;
        exchange.Database.IsDown = false;

        Assert.Equal([drafts[0].RecordId, drafts[1].RecordId, drafts[3].RecordId], (await stream.ReadAsync(3)).RecordIds);
    }

    [SkippableTheory, MemberData(nameof(WayStream.EveryDatabaseEitherWay), MemberType = typeof(WayStream))]
    public async Task A_long_silence_of_the_database_ends_streams_which_resume_where_they_were(DatabaseKind kind, StreamWay way)
    {
        var database = new SilentDatabase();
        await using var exchange = await RunningExchange.StartAsync(kind, clock, configure: database.Stand);
        await using var seeing = await exchange.StartAnotherNodeAsync();
        var hub = exchange.As(Role.HubPractitioner, "BUR");
        var force = seeing.As(Role.PoliceSystem, Sample.Force);
        var stream = await WayStream.OpenAsync(exchange, hub, way, Watch);
        _ = await force.RecordAsync(1, "BUR");
        var cursor = Text((await stream.NextUpdateAsync())["cursor"]);

        database.FallSilent();
        _ = await force.RecordAsync(2, "BUR");
        var closed = stream.ClosedAsync();
        var seconds = 0;
        for (; !closed.IsCompleted; seconds++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            _ = await Task.WhenAny(closed, Task.Delay(20));
        }

        Assert.Equal("1013 UNAVAILABLE", await closed);
        Assert.True(seconds >= StreamRounds.HopelessAfter, $"After {seconds} s already.");
        await stream.DisposeAsync();

        database.Speak();
        await using var resumed = await WayStream.OpenAsync(exchange, hub, way, Watch, new { after = cursor });
        Assert.Equal("GMP/2026/2", Text((await resumed.NextUpdateAsync())["incident"]?["reference"]));
        _ = await force.RecordAsync(3, "BUR");
        Assert.Equal("GMP/2026/3", Text((await resumed.NextUpdateAsync())["incident"]?["reference"]));
    }

    [SkippableTheory, MemberData(nameof(WayStream.EveryDatabaseEitherWay), MemberType = typeof(WayStream))]
    public async Task A_short_silence_delays_a_stream_and_does_not_end_it(DatabaseKind kind, StreamWay way)
    {
        var database = new SilentDatabase();
        await using var exchange = await RunningExchange.StartAsync(kind, clock, configure: database.Stand);
        await using var seeing = await exchange.StartAnotherNodeAsync();
        await using var stream = await WayStream.OpenAsync(exchange, exchange.As(Role.HubPractitioner, "BUR"), way, Watch);
        _ = await seeing.As(Role.PoliceSystem, Sample.Force).RecordAsync(1, "BUR");
        _ = await stream.NextUpdateAsync();

        database.FallSilent();
        _ = await seeing.As(Role.PoliceSystem, Sample.Force).RecordAsync(2, "BUR");
        for (var seconds = 0; seconds < StreamRounds.HopelessAfter - 3; seconds++)
            clock.Advance(TimeSpan.FromSeconds(1));
        database.Speak();

        var update = await stream.NextUpdateAsync();
        Assert.Equal((2, "GMP/2026/2"), (update["sequence"]?.GetValue<int>(), Text(update["incident"]?["reference"])));
    }
}
