using System.Text.Json.Nodes;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Commands.Backup;

/// <summary>A backup is taken while forces write, and put back later: what came before it is all there, and nobody takes the new history for the old.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private const string Watch = "subscription($after: Cursor) { updates(after: $after) { id cursor ... on IncidentRecorded { incident { reference } } } }";
    private const string List = "{ incidents(first: 100) { nodes { reference } } }";

    private TestDatabase? made;

    private TestDatabase Database => made ?? throw new InvalidOperationException("Made before the test.");

    private string Copy => $"{Database.Options.SqliteFile}.copy";

    public async Task InitializeAsync() => made = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await Database.DisposeAsync();

    [Fact]
    public async Task What_came_before_the_backup_is_there_and_old_cursors_say_that_the_history_has_changed()
    {
        string before, after, acknowledged;
        await using (var exchange = await RunningExchange.StartOnAsync(Database))
        {
            var hub = exchange.As(Role.HubPractitioner, "BUR");
            await using var stream = await hub.SubscribeAsync(Watch);
            await RecordAsync(exchange, 1, 2, 3);
            before = (await HearAsync(stream, 1, 2, 3)).Cursor;
            (await ACommand.RunAsync(Database, "backup", Copy)).Succeeds();
            await RecordAsync(exchange, 4, 5);
            after = (await HearAsync(stream, 4, 5)).Cursor;
            acknowledged = before;
        }

        await Database.CloseConnectionsAsync();
        var restored = await ACommand.RunAsync(Database, "restore", Copy);
        restored.Succeeds();
        Assert.Contains("3 entries", restored.Output, StringComparison.Ordinal);
        Assert.Contains("CURSOR_EPOCH_CHANGED", restored.Output, StringComparison.Ordinal);

        await using var again = await RunningExchange.StartOnAsync(Database);
        var caller = again.As(Role.HubPractitioner, "BUR");
        foreach (var cursor in new[] { before, after, acknowledged })
            Assert.Equal("CURSOR_EPOCH_CHANGED", await RefusalAsync(caller, cursor));
        await using var watching = await caller.SubscribeAsync(Watch);
        Assert.Equal([1, 2, 3], await ListAsync(caller));
        await RecordAsync(again, 6, 4, 5);
        var heard = await HearAsync(watching, 6, 4, 5);
        Assert.Equal([1, 2, 3, 4, 5, 6], await ListAsync(caller));
        await RecordAsync(again, 7);
        await using var resumed = await caller.SubscribeAsync(Watch, new { after = heard.Cursor });
        _ = await HearAsync(resumed, 7);
        await AssertDenseAsync(7);
    }

    [Fact]
    public async Task The_database_that_stood_there_is_kept_whole()
    {
        await using (var exchange = await RunningExchange.StartOnAsync(Database))
        {
            await RecordAsync(exchange, 1);
            (await ACommand.RunAsync(Database, "backup", Copy)).Succeeds();
            await RecordAsync(exchange, 2);
        }

        await Database.CloseConnectionsAsync();
        (await ACommand.RunAsync(Database, "restore", Copy)).Succeeds();

        var kept = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Copy)!, "*.before-restore-*"));
        await using var former = TestDatabase.On(new AgencyGraph.Storage.StorageOptions { SqliteFile = kept });
        await using var db = former.Open();
        Assert.Equal(2, await db.Set<Incident>().CountAsync());
        await former.CloseConnectionsAsync();
    }

    [Fact]
    public async Task While_a_server_has_the_database_nothing_is_restored()
    {
        await using var exchange = await RunningExchange.StartOnAsync(Database);
        await RecordAsync(exchange, 1);
        (await ACommand.RunAsync(Database, "backup", Copy)).Succeeds();

        (await ACommand.RunAsync(Database, "restore", Copy)).IsRefused("is in use");
        (await ACommand.RunAsync(Database, "restore", "--mark")).IsRefused("is in use");
        await RecordAsync(exchange, 2);
        Assert.Equal([1, 2], await ListAsync(exchange.As(Role.HubPractitioner, "BUR")));
    }

    [Fact]
    public async Task While_another_program_has_the_database_open_nothing_is_restored()
    {
        (await ACommand.RunAsync(Database, "backup", Copy)).Succeeds();
        await using var db = Database.Open();
        _ = await db.Set<FeedEntry>().CountAsync();
        await db.Database.OpenConnectionAsync();

        (await ACommand.RunAsync(Database, "restore", Copy)).IsRefused("is in use");
    }

    [Theory]
    [InlineData("nonsense", "no database")]
    [InlineData("cut", "")]
    [InlineData("foreign", "no database of an exchange")]
    [InlineData("later", "later model")]
    [InlineData("absent", "There is no file")]
    public async Task What_cannot_be_trusted_is_not_put_in_its_place(string kind, string because)
    {
        (await ACommand.RunAsync(Database, "backup", Copy)).Succeeds();
        Spoil(kind);
        await Database.CloseConnectionsAsync();
        var before = await File.ReadAllBytesAsync(Database.Options.SqliteFile);

        (await ACommand.RunAsync(Database, "restore", Copy)).IsRefused(because);

        Assert.Equal(before, await File.ReadAllBytesAsync(Database.Options.SqliteFile));
        Assert.False(File.Exists($"{Database.Options.SqliteFile}.restoring"));
    }

    [Fact]
    public async Task A_broken_database_is_replaced_and_its_journal_is_not_taken_for_the_new_ones()
    {
        (await ACommand.RunAsync(Database, "backup", Copy)).Succeeds();
        await Database.CloseConnectionsAsync();
        await File.WriteAllTextAsync(Database.Options.SqliteFile, new string('x', 10_000));
        await File.WriteAllTextAsync($"{Database.Options.SqliteFile}-wal", new string('x', 10_000));

        (await ACommand.RunAsync(Database, "restore", Copy)).Succeeds();

        Assert.False(File.Exists($"{Database.Options.SqliteFile}-wal"));
        await using var exchange = await RunningExchange.StartOnAsync(Database);
        await RecordAsync(exchange, 1);
        Assert.Equal([1], await ListAsync(exchange.As(Role.HubPractitioner, "BUR")));
    }

    [Fact]
    public async Task A_backup_is_read_by_its_owner_alone_and_overwrites_nothing()
    {
        (await ACommand.RunAsync(Database, "backup", Copy)).Succeeds();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Copy)!, "*.copy-*"));

        (await ACommand.RunAsync(Database, "backup", Copy)).IsRefused("is there already");
    }

    private void Spoil(string kind)
    {
        switch (kind)
        {
            case "nonsense":
                File.WriteAllText(Copy, new string('x', 10_000));
                break;
            case "cut":
                using (var file = File.OpenWrite(Copy))
                    file.SetLength(file.Length / 2);
                break;
            case "absent":
                File.Delete(Copy);
                break;
            default:
                Execute(kind == "foreign" ? "DROP TABLE \"__EFMigrationsHistory\"" : "INSERT INTO \"__EFMigrationsHistory\" VALUES ('2999_Later', '10')");
                break;
        }
    }

    private void Execute(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={Copy};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = statement;
#pragma warning restore CA2100
        _ = command.ExecuteNonQuery();
    }

    private async Task AssertDenseAsync(long head)
    {
        await using var db = Database.Open();
        Assert.Equal(Enumerable.Range(1, (int)head).Select(i => (long)i), await db.Set<FeedEntry>().OrderBy(entry => entry.Position).Select(entry => entry.Position).ToListAsync());
        Assert.Equal(head, (await db.Set<FeedHead>().SingleAsync()).Head);
    }

    private static async Task RecordAsync(RunningExchange exchange, params int[] numbers)
    {
        foreach (var number in numbers)
            _ = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", Sample.Incident(number, "BUR"), "outcome");
    }

    private static async Task<(string Cursor, string Id)> HearAsync(ExchangeStream stream, params int[] numbers)
    {
        JsonNode? update = null;
        foreach (var number in numbers)
        {
            update = (await stream.NextAsync())["data"]!["updates"]!;
            Assert.Equal($"GMP/2026/{number}", update["incident"]!["reference"]!.GetValue<string>());
        }

        return (update!["cursor"]!.GetValue<string>(), update["id"]!.GetValue<string>());
    }

    private static async Task<string?> RefusalAsync(ExchangeCaller caller, string after)
    {
        await using var stream = await caller.SubscribeAsync(Watch, new { after });
        return (await stream.NextAsync())[0]?["extensions"]?["code"]?.GetValue<string>();
    }

    private static async Task<IEnumerable<int>> ListAsync(ExchangeCaller caller)
        => (await caller.DataAsync(List))["incidents"]!["nodes"]!.AsArray()
            .Select(node => int.Parse(node!["reference"]!.GetValue<string>().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)).Order();
}
