using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Door;

/// <summary>What a database says when it refuses is for the log: a client is told a code and an id, by every door and however the answer is made.</summary>
public sealed class DatabaseFaultTests
{
    [SkippableTheory, EveryDatabase]
    public async Task A_fault_of_the_database_tells_a_client_nothing_of_it(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        var (force, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"));
        const string Read = "{ incidents { nodes { reference narrative } } }";
        for (var number = 0; number < 3; number++) // Often enough for plans.
        {
            _ = await force.RunAsync("recordIncident", "IncidentInput", Sample.Incident(number, "BUR"), "outcome");
            _ = await hub.DataAsync(Read);
        }

        await using (var db = exchange.Database.Open())
            _ = await db.Database.ExecuteSqlRawAsync("ALTER TABLE incidents RENAME COLUMN narrative TO elsewhere");

        foreach (var answer in new[]
        {
            await hub.AskTextAsync(Read),
            await hub.AskTextAsync("{ again: incidents { nodes { narrative } } }"),
            await force.AskTextAsync(
                "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome errors { code message } } }", new { input = Sample.Incident(9, "BUR") }),
        })
        {
            Assert.NotNull(JsonNode.Parse(answer)!["errors"]?[0]?["extensions"]?["code"]); // It is an object.
            Assert.DoesNotMatch("(?i)sql|no such|narrative|elsewhere|exception|select|insert|table|   at |\\.cs|npgsql|constraint", answer);
        }
    }
}
