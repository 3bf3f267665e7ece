using System.Diagnostics;
using System.Text.Json;
using AgencyGraph.Benchmarks.Data;
using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Figures;
using AgencyGraph.Benchmarks.Machine;
using AgencyGraph.Benchmarks.Revoke;

namespace AgencyGraph.Benchmarks;

/// <summary>
/// From the answer to a move, a restriction or a withholding, which stands after its commit, to the frame that tells a council of it: the last
/// one about the record.
/// </summary>
internal static class RevokeBenchmark
{
    private const string Bury = "BUR";
    private const string Salford = "SLF";

    public static async Task RunAsync(Report report, BenchmarkOrder order)
    {
        using var folder = new ScratchFolder();
        await using var server = await ServerProcess.StartAsync(folder, "revoke", order.OnPostgres);
        using var http = new HttpClient();
        var tokens = new Tokens(folder.KeyFile);
        var force = new GraphClient(http, server.Address, tokens.Of("police-system", GreaterManchester.Force));
        var hub = new GraphClient(http, server.Address, tokens.Of("hub-practitioner", Bury));
        await using var socket = new WithdrawalSocket();
        await socket.OpenAsync(server.Address, tokens.Of("council-system", Bury));

        var (moved, restricted, withheld) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < (order.IsQuick ? 90 : 300); round++)
        {
            var (child, incident) = await SettleAsync(force, hub, round);
            await (round % 3 == 0
                ? TimeAsync(moved, socket, incident, () => DoAsync(hub, "transferResponsibility", new { idempotencyKey = Guid.NewGuid(), child, to = "BOL", reason = "Moved" }))
                : round % 3 == 1
                ? TimeAsync(restricted, socket, incident, () => DoAsync(force, "restrictRecord", new { idempotencyKey = Guid.NewGuid(), record = incident, named = Array.Empty<object>(), reason = "Harm" }))
                : TimeAsync(withheld, socket, incident, () => DoAsync(force, "withholdIncident", new { idempotencyKey = Guid.NewGuid(), by = new { id = incident }, expectedVersion = 1, reason = "Harm" })));
        }

        foreach (var (what, times) in new[] { ("moved", moved), ("restricted", restricted), ("withheld", withheld) })
        {
            report.Add(server.Database, $"revoke: {what}, answer to last frame, p99", new Latencies(times).Percentile(99), "ms", atMost: 1000);
            report.Add(server.Database, $"revoke: {what}, longest", new Latencies(times).Max, "ms", atMost: 2000);
        }

        report.Add(server.Database, "revoke: frames later", socket.Late, "", atMost: 0);
    }

    private static async Task<(string Child, string Incident)> SettleAsync(GraphClient force, GraphClient hub, int round)
    {
        var person = InventedPerson.Child(new Random(round), 470_000 + round);
        _ = await force.AskAsync(LiveIncident.Document, LiveIncident.Variables(95_000 + (2 * round), Bury, [person], TimeProvider.System.GetUtcNow()), CancellationToken.None);
        var recorded = await DoAsync(hub, "recordChild", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = $"R-{round}",
            givenName = person.Given,
            surname = person.Surname,
            bornOn = person.BornOnText,
            nhsNumber = person.Nhs,
        }, "child { id }");
        var sent = await force.AskAsync(LiveIncident.Document, LiveIncident.Variables(95_001 + (2 * round), Salford, [person], TimeProvider.System.GetUtcNow()), CancellationToken.None);
        return (recorded.GetProperty("child").GetProperty("id").GetString()!, sent.GetProperty("recordIncident").GetProperty("incident").GetProperty("id").GetString()!); // Both were recorded.
    }

    private static async Task TimeAsync(List<double> times, WithdrawalSocket socket, string incident, Func<Task> take)
    {
        await take();
        var answered = Stopwatch.GetTimestamp();
        var told = await socket.WithdrawnAsync(incident).WaitAsync(TimeSpan.FromSeconds(30));
        times.Add(Math.Max(0, Stopwatch.GetElapsedTime(answered, told).TotalMilliseconds));
    }

    private static async Task<JsonElement> DoAsync(GraphClient caller, string mutation, object input, string selection = "outcome")
    {
        var document = $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {selection} errors {{ code message }} }} }}";
        var answer = (await caller.AskAsync(document, new { input }, CancellationToken.None)).GetProperty(mutation);
        return answer.GetProperty("errors").GetArrayLength() == 0 ? answer : throw new InvalidOperationException($"{mutation} was refused: {answer}");
    }
}
