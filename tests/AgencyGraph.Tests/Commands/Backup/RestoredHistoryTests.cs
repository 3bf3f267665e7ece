using System.Diagnostics;
using System.Text.Json.Nodes;
using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyGraph.Tests.Commands.Backup;

/// <summary>A backup is taken while the exchange serves, and put back later: what came before it is all there, and nobody takes the new history for the old.</summary>
public sealed class RestoredHistoryTests : IDisposable
{
    private const string Watch = "subscription($after: Cursor) { updates(after: $after) { id cursor ... on IncidentRecorded { incident { reference } } } }";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agencygraph-backup-");

    private string Copy => Path.Combine(folder.FullName, "copy");

    public void Dispose() => folder.Delete(recursive: true);

    [SkippableTheory, EveryDatabase]
    public async Task What_came_before_the_backup_is_there_and_old_cursors_say_that_the_history_has_changed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        string before, after;
        await using (var exchange = await RunningExchange.StartOnAsync(database))
        {
            await using var stream = await exchange.As(Role.HubPractitioner, "BUR").SubscribeAsync(Watch);
            await exchange.RecordIncidentsAsync(1, 2, 3);
            before = await HearAsync(stream, 1, 2, 3);
            await BackUpAsync(database);
            await exchange.RecordIncidentsAsync(4, 5);
            after = await HearAsync(stream, 4, 5);
        }

        await database.CloseConnectionsAsync();
        var restored = await RestoreAsync(database);
        restored.Succeeds();
        Assert.Contains("3 entries", restored.Output, StringComparison.Ordinal);
        Assert.Contains("CURSOR_EPOCH_CHANGED", restored.Output, StringComparison.Ordinal);
        Assert.Contains("Records that were erased after that are in it again", restored.Output, StringComparison.Ordinal);

        await using var again = await RunningExchange.StartOnAsync(database);
        var caller = again.As(Role.HubPractitioner, "BUR");
        foreach (var cursor in new[] { before, after })
            Assert.Equal("CURSOR_EPOCH_CHANGED", await RefusalAsync(caller, cursor));
        await using var watching = await caller.SubscribeAsync(Watch);
        Assert.Equal([1, 2, 3], await caller.ListIncidentsAsync());
        await again.RecordIncidentsAsync(6, 4, 5);
        var heard = await HearAsync(watching, 6, 4, 5);
        Assert.Equal([1, 2, 3, 4, 5, 6], await caller.ListIncidentsAsync());
        await again.RecordIncidentsAsync(7);
        await using var resumed = await caller.SubscribeAsync(Watch, new { after = heard });
        _ = await HearAsync(resumed, 7);
        await AssertDenseAsync(database, 7);
    }

    private async Task BackUpAsync(TestDatabase database)
    {
        if (database.Options.PostgresConnectionString is null)
            (await ACommand.RunAsync(database, "backup", Copy)).Succeeds();
        else
            await RunAsync(database, "pg_dump", "--format=custom", $"--file={Copy}");
    }

    /// <summary>As the README says for each of them.</summary>
    private async Task<ACommand> RestoreAsync(TestDatabase database)
    {
        if (database.Options.PostgresConnectionString is null)
            return await ACommand.RunAsync(database, "restore", Copy);
        await RunAsync(database, "pg_restore", "--clean", "--exit-on-error", Copy);
        return await ACommand.RunAsync(database, "restore", "--mark");
    }

    private static async Task RunAsync(TestDatabase database, string tool, params string[] words)
    {
        var to = new NpgsqlConnectionStringBuilder(database.Options.PostgresConnectionString);
        var program = Path.Combine(PostgresBinaries.Find() ?? "", tool);
        var start = new ProcessStartInfo(program, [$"--host={to.Host}", $"--username={to.Username}", $"--dbname={to.Database}", .. words]) { RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, errors);
    }

    private static async Task AssertDenseAsync(TestDatabase database, long head)
    {
        await using var db = database.Open();
        Assert.Equal(Enumerable.Range(1, (int)head).Select(i => (long)i), await db.Set<FeedEntry>().OrderBy(entry => entry.Position).Select(entry => entry.Position).ToListAsync());
        Assert.Equal(head, (await db.Set<FeedHead>().SingleAsync()).Head);
    }

    /// <summary>The cursor of the last of these incidents, which come in this order.</summary>
    private static async Task<string> HearAsync(ExchangeStream stream, params int[] numbers)
    {
        JsonNode? update = null;
        foreach (var number in numbers)
        {
            update = (await stream.NextAsync())["data"]!["updates"]!;
            Assert.Equal($"GMP/2026/{number}", update["incident"]!["reference"]!.GetValue<string>());
        }

        return update!["cursor"]!.GetValue<string>(); // There is one, of the last number.
    }

    private static async Task<string?> RefusalAsync(ExchangeCaller caller, string after)
    {
        await using var stream = await caller.SubscribeAsync(Watch, new { after });
        return (await stream.NextAsync())[0]?["extensions"]?["code"]?.GetValue<string>();
    }
}
