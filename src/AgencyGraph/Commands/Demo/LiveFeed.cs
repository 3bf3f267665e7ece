using System.Globalization;
using System.Text.Json;
using AgencyGraph.Commands.Demo.Region;
using AgencyGraph.Incidents;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Demo;

/// <summary>Plays two forces that record incidents as they happen, and councils that answer, until it is stopped.</summary>
internal sealed class LiveFeed(SampleRegion region, Exchange exchange, DemoOrder order, DemoScreen screen, TimeProvider clock)
{
    /// <summary>Of the live incidents, how many are in the council whose tokens are printed, so that its subscriber need not wait.</summary>
    public const double ShownCouncilShare = 0.4;

    private const int BatchSize = 5;

    private readonly Chance chance = new(order.Seed + 1);
    private readonly List<(Family Family, IncidentInput Input)> held = [];
    private readonly PriorityQueue<Func<CancellationToken, Task>, DateTime> due = new();
    private readonly FollowUps followUps = new(exchange, new Casework(exchange), screen, new Chance(order.Seed + 2));
    private readonly MissingPlay missing = new(new ReturnWork(exchange), screen, new Chance(order.Seed + 4), clock);
    private readonly IncidentMaker maker = new(new Chance(order.Seed + 3));
    private long number;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        var start = clock.UtcInstant();
        // Later than any number of the history and of an earlier run, whatever its rate.
        number = 100_000_000 + (long)((start - new DateTime(start.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalSeconds * 100);
        await RecordAsync(InShownCouncil(), mayWithhold: false, cancellationToken);
        var next = start + chance.Wait(order.Rate);
        while (true)
        {
            var isStep = due.TryPeek(out var step, out var at) && at < next;
            var wait = (isStep ? at : next) - clock.UtcInstant();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (isStep && step is not null)
            {
                _ = due.Dequeue();
                await step(cancellationToken);
                continue;
            }

            await RecordAsync(chance.In(ShownCouncilShare) ? InShownCouncil() : chance.Of(region.Families, Weight), mayWithhold: true, cancellationToken);
            // After a pause (a laptop asleep) it goes on from now, and does not catch up.
            var now = clock.UtcInstant();
            next = (next < now.AddSeconds(-5) ? now : next) + chance.Wait(order.Rate);
        }
    }

    private static int Weight(Family family) => family.Weight;

    private Family InShownCouncil() => chance.Of([.. region.Families.Where(family => family.Council.Code == NorthWest.ShownCouncil)], Weight);

    private async Task RecordAsync(Family family, bool mayWithhold, CancellationToken cancellationToken)
    {
        var minutes = TimeSpan.FromMinutes(chance.Between(4, 45));
        var now = clock.UtcInstant();
        var reference = string.Create(CultureInfo.InvariantCulture, $"{SampleRegion.PrefixOf(family)}/{now.Year}/{number++}");
        var input = maker.Make(family, reference, now - minutes, minutes, mayWithhold);
        if (family.Council.Force == order.Batching)
        {
            held.Add((family, input));
            if (held.Count == BatchSize)
                await SendHeldAsync(cancellationToken);
            return;
        }

        var reply = await exchange.SendAsync(Sender.PoliceSystem(family.Council.Force), ExchangeDocuments.RecordIncident, input, cancellationToken);
        Recorded("INCIDENT", family, input, reply.Refusal, reply.Payload);
    }

    private async Task SendHeldAsync(CancellationToken cancellationToken)
    {
        var batch = new { ingestMode = "REPLAY", items = held.Select(item => item.Input) };
        var reply = await exchange.SendAsync(Sender.PoliceSystem(held[0].Family.Council.Force), ExchangeDocuments.RecordIncidents, batch, cancellationToken);
        var results = reply.Refusal is null ? reply.Payload.GetProperty("results").EnumerateArray().ToList() : [];
        for (var i = 0; i < held.Count; i++)
        {
            var result = results.ElementAtOrDefault(i);
            Recorded("INCIDENT, BATCH", held[i].Family, held[i].Input, reply.Refusal ?? Reply.RefusalIn(result), result);
        }

        held.Clear();
    }

    private void Recorded(string what, Family family, IncidentInput input, string? refusal, JsonElement payload)
    {
        screen.Show(new LiveEvent(what, family, input.Kind, input.RiskGrade, refusal ?? (input.Sharing.Shared ? "shared" : "withheld")));
        if (refusal is not null)
            return;
        Plan(followUps.Of(family, input, payload.GetProperty("incident")));
        Plan(missing.Of(family, input));
    }

    /// <summary>A step may have a next one.</summary>
    private void Plan(FollowUp? followUp)
    {
        if (followUp is not null)
            due.Enqueue(async token => Plan(await followUp.TakeAsync(token)), clock.UtcInstant().Add(followUp.Wait));
    }
}
