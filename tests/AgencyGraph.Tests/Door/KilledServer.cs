using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Commands;
using AgencyGraph.Commands.Hosting.Health;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Door;

/// <summary>The program on a database of its own, started, killed and started again.</summary>
internal sealed class KilledServer : IAsyncDisposable
{
    private const int Writers = 64;

    private const string Record = "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome } }";

    private readonly ConcurrentBag<string> acknowledged = [];
    private readonly TestDatabase database;
    private readonly string key;
    private readonly string token;

    private KilledServer(TestDatabase database, string key, string token) => (this.database, this.key, this.token) = (database, key, token);

    public static async Task<KilledServer> OnSqliteAsync()
    {
        var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var key = Path.Combine(Path.GetDirectoryName(database.Options.SqliteFile)!, "key.pem"); // The file is in a folder of the test's.
        return new KilledServer(database, key, await TokenAsync(key));
    }

    /// <summary>Starts it and kills it when it is ready; nobody writes.</summary>
    /// <returns>How long the server took to be ready.</returns>
    public async Task<TimeSpan> StartAndEndAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        using var server = Serve();
        var (http, start) = await ReadyAsync(server, begun);
        http.Dispose();
        server.Kill();
        await server.WaitForExitAsync();
        return start;
    }

    private async Task<(HttpClient Http, TimeSpan Start)> ReadyAsync(Process server, long begun)
    {
        var http = new HttpClient { BaseAddress = await AddressAsync(server), Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.Add("X-Purpose", "SAFEGUARDING");
        while (!await IsReadyAsync(http))
            await Task.Delay(5);
        return (http, Stopwatch.GetElapsedTime(begun));
    }

    /// <summary>Starts it, lets 64 write until so many more are acknowledged, and kills it.</summary>
    /// <returns>How long the server took to be ready.</returns>
    public async Task<TimeSpan> KillAmidWritesAsync(int more)
    {
        var begun = Stopwatch.GetTimestamp();
        using var server = Serve();
        var (http, start) = await ReadyAsync(server, begun);
        using var _ = http;
        var enough = acknowledged.Count + more;
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteUntilBrokenAsync(http))).ToList();
        while (acknowledged.Count < enough && !writers.Exists(writer => writer.IsCompleted))
            await Task.Delay(1);
        server.Kill();
        await server.WaitForExitAsync();
        await Task.WhenAll(writers);
        Assert.True(acknowledged.Count >= enough);
        return start;
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri(HealthDoors.ReadyPath, UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    private async Task WriteUntilBrokenAsync(HttpClient http)
    {
        while (true)
        {
            var input = A.Incident();
            try
            {
                using var answer = await http.PostAsJsonAsync("/graphql", new { query = Record, variables = new { input = Standing.Written(input) } });
                var text = await answer.Content.ReadAsStringAsync();
                Assert.Equal("RECORDED", JsonNode.Parse(text)?["data"]?["recordIncident"]?["outcome"]?.GetValue<string>());
                acknowledged.Add(input.Reference);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                return;
            }
        }
    }

    public async Task AssertNothingIsLostAsync()
    {
        await using var db = database.Open();
        Assert.Equal("ok", (await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync()).Single());
        var references = (await db.Set<Incident>().Select(incident => incident.Reference).ToListAsync()).Select(reference => reference.Value).ToHashSet();
        Assert.Empty(acknowledged.Except(references));
        var positions = await db.Set<FeedEntry>().OrderBy(entry => entry.Position).Select(entry => entry.Position).ToListAsync();
        Assert.Equal(Enumerable.Range(1, references.Count).Select(position => (long)position), positions);
        Assert.Equal(positions.Count, (await db.Set<FeedHead>().SingleAsync()).Head);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static async Task<string> TokenAsync(string key)
    {
        using var process = Run(key, "token", "--role", "police-system", "--agency", "greater-manchester");
        var token = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return token.Trim();
    }

    private Process Serve() => Run(key, "serve", "--urls", "http://127.0.0.1:0", $"--Storage:SqliteFile={database.Options.SqliteFile}");

    private static Process Run(string key, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. words]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Access__DevelopmentKeyFile"] = key;
        return Process.Start(start) ?? throw new InvalidOperationException("No process.");
    }

    private static async Task<Uri> AddressAsync(Process server)
    {
        const string Listening = "Now listening on: ";
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                // From here on somebody has to read, or the server would wait for room in the pipe.
                _ = server.StandardOutput.ReadToEndAsync();
                return new Uri(line[(at + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }
}
