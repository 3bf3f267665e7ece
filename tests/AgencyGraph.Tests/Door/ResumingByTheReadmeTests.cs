using System.Diagnostics;
using System.Text.Json.Nodes;
using AgencyGraph.Feed;
using AgencyGraph.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Door;

/// <summary>What the README tells partners to write is run as it stands there.</summary>
public sealed class ResumingByTheReadmeTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agencygraph-readme-");
    private RunningExchange? started;
    private int number;

    private RunningExchange Exchange => started ?? throw new InvalidOperationException("Started before the test.");

    public async Task InitializeAsync() => started = await RunningExchange.StartAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync()
    {
        await Exchange.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [SkippableFact]
    public async Task With_graphql_ws_nothing_is_left_out_and_all_is_acknowledged()
    {
        await NpmClients.RequireAsync();
        var script = Path.Combine(NpmClients.Folder, $"readme-{Guid.NewGuid():N}.mjs");
        await File.WriteAllTextAsync(script, Snippet("js"));
        try
        {
            await ResumesAsync(line => line, AllIsAcknowledgedAsync, "node", script);
        }
        finally
        {
            File.Delete(script);
        }
    }

    [SkippableFact]
    public async Task With_curl_nothing_is_left_out()
    {
        if (!File.Exists("/usr/bin/curl") || !File.Exists("/bin/bash"))
            CannotRun.Because("curl or bash is not installed.");
        await ResumesAsync(line => line["data"]!["updates"]!, () => Task.CompletedTask, "bash", "-c", Snippet("sh"));
    }

    /// <param name="settled">What is to come after the last update is heard, and before the client is killed.</param>
    private async Task ResumesAsync(Func<JsonNode, JsonNode> updateIn, Func<Task> settled, params string[] command)
    {
        await using var network = new CutNetwork(Exchange.Address);
        using (var client = Start(network.Address, command))
        {
            await HaveOpenedAsync(client, updateIn);
            for (var cut = 0; cut < 3; cut++)
            {
                network.Cut();
                await HearsAsync(client, updateIn, [await RecordAsync(), await RecordAsync()]);
            }

            End(client);
        }

        string[] missed = [await RecordAsync(), await RecordAsync()];
        using var next = Start(network.Address, command);
        await HearsAsync(next, updateIn, missed);
        await HearsAsync(next, updateIn, [await RecordAsync()]);
        await settled();
        End(next);
    }

    private Process Start(Uri address, string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
        start.Environment["GRAPH"] = new Uri(address, "graphql").ToString();
        start.Environment["TOKEN"] = Exchange.As(Role.CouncilSystem, "BUR").Token;
        return Process.Start(start) ?? throw new InvalidOperationException("No process.");
    }

    private static void End(Process client)
    {
        client.Kill(entireProcessTree: true);
        client.WaitForExit();
    }

    private async Task AllIsAcknowledgedAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            await using var db = Exchange.Database.Open();
            var head = await db.Set<FeedEntry>().MaxAsync(entry => entry.Position, limit.Token);
            var standing = await db.Set<Acknowledgement>().AsNoTracking().SingleAsync(limit.Token);
            if (standing.Position == head)
                return;
            await Task.Delay(50, limit.Token);
        }
    }

    private async Task<string> RecordAsync()
    {
        _ = await Exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", Sample.Incident(++number, "BUR"), "outcome");
        return $"GMP/2026/{number}";
    }

    private async Task HaveOpenedAsync(Process client, Func<JsonNode, JsonNode> updateIn)
    {
        var first = ReferenceAsync(client, updateIn);
        string last;
        do
            last = await RecordAsync();
        while (await Task.WhenAny(first, Task.Delay(500)) != first);
        for (var heard = await first; heard != last;)
            heard = await ReferenceAsync(client, updateIn);
    }

    private static async Task HearsAsync(Process client, Func<JsonNode, JsonNode> updateIn, string[] references)
    {
        foreach (var reference in references)
            Assert.Equal(reference, await ReferenceAsync(client, updateIn));
    }

    private static async Task<string> ReferenceAsync(Process client, Func<JsonNode, JsonNode> updateIn)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var line = await client.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The client ended.");
        return updateIn(JsonNode.Parse(line)!)["incident"]!["reference"]!.GetValue<string>();
    }

    private static string Snippet(string language)
    {
        var page = File.ReadAllText(Repository.PathOf("README.md"));
        var chapter = page[page.IndexOf("## How a partner resumes", StringComparison.Ordinal)..];
        var begin = chapter.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return chapter[begin..chapter.IndexOf("\n```\n", begin, StringComparison.Ordinal)];
    }
}
