using System.Net.Http.Json;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Receipts;

/// <summary>Whose acknowledgement counts, and what it counts for.</summary>
public sealed class ReceiptTests
{
    [SkippableTheory, EveryDatabase]
    public async Task Only_the_designated_system_acknowledges_for_the_agency_and_never_a_screen(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var (system, other) = (exchange.As(Role.CouncilSystem, "BUR", "cases"), exchange.As(Role.CouncilSystem, "BUR", "archive"));
        var (screen, sameName) = (exchange.As(Role.HubPractitioner, "BUR", "anna"), exchange.As(Role.HubPractitioner, "BUR", "cases"));
        var streams = new List<(ExchangeCaller Caller, ExchangeStream Stream)>();
        foreach (var caller in new[] { screen, sameName, other, system })
            streams.Add((caller, await caller.SubscribeAsync(Follow)));
        var first = await force.RecordAsync(1, "BUR");
        foreach (var (caller, stream) in streams)
            Assert.False((await caller.AcknowledgeAsync(await stream.NextCursorAsync()))["acknowledgement"]?["isReceipt"]?.GetValue<bool>());

        Assert.Equal("INVALID_INPUT", CodeOf(await system.DesignateAsync("anna")));
        Assert.Equal("NOT_FOUND", CodeOf(await system.DesignateAsync("nobody")));
        Assert.Equal("NOT_FOUND", CodeOf(await exchange.As(Role.CouncilSystem, "WRL").DesignateAsync("cases")));
        Assert.Equal("FORBIDDEN", (await screen.AskAsync(Designate("cases")))["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>());
        Assert.Equal("RECORDED", Text((await system.DesignateAsync("cases"))["outcome"]));
        Assert.Equal("ALREADY_EXISTS", CodeOf(await system.DesignateAsync("cases")));

        var second = await force.RecordAsync(2, "BUR");
        foreach (var (caller, stream) in streams[..^1])
            Assert.False((await caller.AcknowledgeAsync(await stream.NextCursorAsync()))["acknowledgement"]?["isReceipt"]?.GetValue<bool>());
        Assert.Null((await force.DeliveryAsync(second)).AcknowledgedAt);
        var receipt = await system.AcknowledgeAsync(await streams[^1].Stream.NextCursorAsync());
        Assert.True(receipt["acknowledgement"]?["isReceipt"]?.GetValue<bool>());
        var at = Text(receipt["acknowledgement"]?["acknowledgedAt"]);
        Assert.Equal((at, at), ((await force.DeliveryAsync(first)).AcknowledgedAt, (await screen.DeliveryAsync(second)).AcknowledgedAt));
        foreach (var (_, stream) in streams)
            await stream.DisposeAsync();
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_stream_with_a_filter_proves_nothing_of_what_it_left_out(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var system = exchange.As(Role.CouncilSystem, "BUR");
        await using var all = await system.SubscribeAsync(Follow);
        await using var some = await system.SubscribeAsync("subscription { updates(kinds: [INCIDENT_SHARED]) { __typename cursor } }");
        var recorded = await force.RecordAsync(1, "BUR");
        await system.BecomeReceiverAsync(await all.NextCursorAsync());
        var withheld = await force.RecordAsync(2, "BUR", isShared: false);
        var by = new { idempotencyKey = Guid.NewGuid(), by = new { id = Text(withheld["incident"]?["id"]) }, expectedVersion = 1 };
        _ = await force.RunAsync("shareIncident", "ShareIncidentInput", by, "outcome");

        var answer = await system.AcknowledgeAsync(await some.NextCursorAsync());

        Assert.False(answer["acknowledgement"]?["isReceipt"]?.GetValue<bool>());
        Assert.Null((await force.DeliveryAsync(recorded)).AcknowledgedAt);
        var whole = await system.AcknowledgeAsync(await all.NextCursorAsync());
        Assert.NotEqual(Text(answer["acknowledgement"]?["id"]), Text(whole["acknowledgement"]?["id"]));
        Assert.NotNull((await force.DeliveryAsync(recorded)).AcknowledgedAt);
        Assert.NotNull((await force.DeliveryAsync(withheld)).AcknowledgedAt);
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_written_to_the_receiver_is_delivered_and_to_nobody_else(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var system = exchange.As(Role.CouncilSystem, "BUR");
        await using (var other = await exchange.As(Role.CouncilSystem, "BUR", "archive").SubscribeAsync(Follow))
        await using (var stream = await system.SubscribeAsync(Follow))
        {
            _ = await force.RecordAsync(1, "BUR");
            await system.BecomeReceiverAsync(await stream.NextCursorAsync());
            _ = await other.NextAsync();
        }

        await using var onlyOther = await exchange.As(Role.CouncilSystem, "BUR", "archive").SubscribeAsync(Follow);
        var unseen = await force.RecordAsync(2, "BUR");
        _ = await onlyOther.NextAsync();
        await using var again = await system.SubscribeAsync(Follow);
        var seen = await force.RecordAsync(3, "BUR");
        _ = await again.NextAsync();

        await Eventually.IsAsync(async () => (await force.DeliveryAsync(seen)).DeliveredAt is not null, "it was delivered");
        Assert.Equal((null, null), await force.DeliveryAsync(unseen));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Over_server_sent_events_the_id_of_an_event_acknowledges_it(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var force = exchange.As(Role.PoliceSystem, Sample.Force);
        var system = exchange.As(Role.CouncilSystem, "BUR");
        using var http = new HttpClient { BaseAddress = exchange.Address, Timeout = TimeSpan.FromMinutes(1) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql/stream") { Content = JsonContent.Create(new { query = Follow }) };
        request.Headers.Authorization = new("Bearer", system.Token);
        request.Headers.Add("X-Purpose", system.Purpose);
        request.Headers.Accept.ParseAdd("text/event-stream");
        var starts = exchange.Statements.StreamStarts;
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await Eventually.IsAsync(() => exchange.Statements.StreamStarts > starts, "the stream is open");
        _ = await force.RecordAsync(1, "BUR");
        await system.BecomeReceiverAsync(await NextIdAsync(lines));

        var recorded = await force.RecordAsync(2, "BUR");
        var receipt = await system.AcknowledgeAsync(await NextIdAsync(lines));

        Assert.Equal(Text(receipt["acknowledgement"]?["acknowledgedAt"]), (await force.DeliveryAsync(recorded)).AcknowledgedAt);
        await Eventually.IsAsync(async () => (await force.DeliveryAsync(recorded)).DeliveredAt is not null, "it was delivered");
    }

    private static async Task<string> NextIdAsync(StreamReader lines)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await lines.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                return line[4..];
        }

        throw new InvalidOperationException("The stream ended.");
    }

    private static string Designate(string consumer)
        => $$"""mutation { designateReceiver(input: { idempotencyKey: "{{Guid.NewGuid()}}", consumer: "{{consumer}}" }) { outcome } }""";
}
