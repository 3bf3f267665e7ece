using System.Globalization;
using System.Text.Json.Nodes;
using AgencyGraph.Tests.Feed;
using AgencyGraph.Tests.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Endurance;

/// <summary>Clients that stop reading, among many that read.</summary>
[BeginsEarly]
public sealed class SlowConsumerTests
{
    private const int SlowConsumer = 1414;
    private const int Before = 20;

    private static readonly int Consumers = FaultSize.Of(50, 500);
    private static readonly int Stalled = Consumers / 10;
    private static readonly int Events = FaultSize.Of(300, 5_000);

    /// <summary>The cursor again and again, so that what waits for a client is soon more than the two kernels hold.</summary>
    private static readonly string Watch = "subscription($after: Cursor) { updates(after: $after) { sequence cursor "
        + string.Concat(Enumerable.Range(1, 20).Select(i => $"again{i}: cursor ")) + "... on IncidentRecorded { incident { reference } } } }";

    [SkippableTheory, EveryDatabase]
    public async Task Who_stops_reading_is_cut_off_and_resumes_without_a_gap_and_the_others_hear_everything_in_order(DatabaseKind kind)
    {
        using var log = new LogKeeper();
        // Who does not read answers no ping either; that is another reason to be cut off.
        await using var exchange = await RunningExchange.StartAsync(kind, settings: ["--Transport:KeepAliveInterval=01:00:00"], configure: builder => Prepare(builder, log));
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var callers = Enumerable.Range(0, Consumers).Select(i => exchange.As(Role.HubPractitioner, "BUR", $"hub-{i}")).ToList();
        var readers = new List<StallingReader>();
        foreach (var (i, caller) in callers.Index())
            readers.Add(await StallingReader.OpenAsync(exchange.Address, caller, (StreamWay)(i % 2), Watch, await StartOf(caller)));

        await RecordAsync(1, Before);
        var heard = await Task.WhenAll(readers.Select(reader => HearAsync(reader, Before)));
        var reading = readers.Skip(Stalled).Select(reader => HearAsync(reader, Events - Before)).ToList();
        await RecordAsync(Before + 1, Events - 10);
        await UntilCutOffAsync(log);
        await RecordAsync(Events - 9, Events);

        var whole = await Task.WhenAll(reading);
        Assert.All(whole, told => Assert.Equal(Enumerable.Range(Before + 1, Events - Before), told.Select(update => update.Number)));
        for (var i = 0; i < Stalled; i++)
        {
            // What was on its way is still heard, and then nothing; it goes on after the last that it heard.
            var onItsWay = await HearAsync(readers[i], Events);
            var told = heard[i].Concat(onItsWay).ToList();
            Assert.InRange(told.Count, Before, Events - 11);
            await using var again = await StallingReader.OpenAsync(exchange.Address, callers[i], (StreamWay)(i % 2), Watch, told[^1].Cursor);
            told.AddRange(await HearAsync(again, Events - told.Count));
            Assert.Equal(Enumerable.Range(1, Events), told.Select(update => update.Number));
        }

        foreach (var reader in readers)
            await reader.DisposeAsync();
        Assert.Equal(Stalled, log.Events.Count(number => number == SlowConsumer));

        async Task<string> StartOf(ExchangeCaller caller)
            => Text((await caller.DataAsync("{ feedPosition }"))["feedPosition"]);

        async Task RecordAsync(int from, int to)
        {
            for (var number = from; number <= to; number++)
                _ = await force.RecordAsync(number, "BUR");
        }
    }

    private static async Task UntilCutOffAsync(LogKeeper log)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (log.Events.Count(number => number == SlowConsumer) < Stalled)
            await Task.Delay(50, limit.Token);
    }

    /// <summary>So many updates, or as many as come before the connection is gone.</summary>
    private static async Task<List<(int Number, string Cursor)>> HearAsync(StallingReader reader, int most)
    {
        var heard = new List<(int, string)>();
        while (heard.Count < most && await reader.NextAsync() is { } update)
            heard.Add((NumberOf(update), Text(update["cursor"])));
        return heard;
    }

    private static int NumberOf(JsonNode update) => int.Parse(Text(update["incident"]?["reference"]).Split('/')[^1], CultureInfo.InvariantCulture);

    /// <summary>The kernel takes little for a client that does not read, or it would be long until one is noticed.</summary>
    private static void Prepare(WebApplicationBuilder builder, LogKeeper log)
    {
        _ = builder.Logging.AddProvider(log);
        _ = builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = endpoint =>
        {
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
            socket.SendBufferSize = 16 * 1024;
            return socket;
        });
    }
}
