using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using AgencyGraph.Tests.Commands.Hosting;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Endurance;

/// <summary>A write is on disk before it is acknowledged, as the system saw it.</summary>
[BeginsEarly]
public sealed class SyncedBeforeAnsweredTests : IDisposable
{
    private const string Record = "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome } }";

    private static readonly int Commits = FaultSize.Of(100, 1_000);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agencygraph-trace-");

    private string Trace => Path.Combine(folder.FullName, "trace");

    public void Dispose() => folder.Delete(recursive: true);

    [SkippableFact]
    public async Task Each_acknowledgement_comes_after_the_sync_of_its_bytes()
    {
        NeedStrace();
        using (var server = new ServerProcess(SyncTrace.Strace(Trace), []))
        {
            using var http = new HttpClient { BaseAddress = await server.AddressAsync() };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.TokenFor(Role.PoliceSystem, Sample.Force));
            http.DefaultRequestHeaders.Add("X-Purpose", "SAFEGUARDING");
            for (var i = 0; i < Commits; i++)
            {
                using var answer = await http.PostAsJsonAsync("/graphql", new { query = Record, variables = new { input = Standing.Written(A.Incident()) } });
                Assert.Contains("\"RECORDED\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }

        var trace = SyncTrace.Read(Trace, "\\\"RECORDED\\\"");
        Assert.Equal((Commits, 0), (trace.Safe, trace.Unsafe));
    }

    /// <summary>The control: without syncs the trace says so, or the test above is blind.</summary>
    [SkippableTheory]
    [InlineData("FULL", 1, 0)]
    [InlineData("OFF", 0, 1)]
    public async Task A_database_that_does_not_sync_is_found_out(string synchronous, int safely, int unsafely)
    {
        NeedStrace();
        if (!File.Exists("/usr/bin/sqlite3"))
            CannotRun.Because("sqlite3 is not installed.");
        var words = SyncTrace.Strace(Trace);
        string[] statements = ["PRAGMA journal_mode=WAL;", $"PRAGMA synchronous={synchronous};", "CREATE TABLE t (x);", "INSERT INTO t VALUES (1);", "SELECT 'ACKNOWLEDGED';"];
        var start = new ProcessStartInfo(words[0], [.. words[1..], "sqlite3", Path.Combine(folder.FullName, "t.db"), .. statements]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        _ = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        var trace = SyncTrace.Read(Trace, "ACKNOWLEDGED");
        Assert.Equal((safely, unsafely), (trace.Safe, trace.Unsafe));
    }

    private static void NeedStrace()
    {
        if (!File.Exists("/usr/bin/strace"))
            CannotRun.Because("strace is not installed.");
    }
}
