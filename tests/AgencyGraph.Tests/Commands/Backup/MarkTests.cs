using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Commands.Backup;

public sealed class MarkTests
{
    [SkippableTheory, EveryDatabase]
    public async Task A_database_that_was_restored_by_other_means_begins_a_new_history_once_no_server_has_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var exchange = await RunningExchange.StartOnAsync(database))
        {
            _ = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", Sample.Incident(1, "BUR"), "outcome");
            (await ACommand.RunAsync(database, "restore", "--mark")).IsRefused("is in use");
        }

        var before = await HeadAsync(database);
        await database.CloseConnectionsAsync();
        var marked = await ACommand.RunAsync(database, "restore", "--mark");
        marked.Succeeds();
        var after = await HeadAsync(database);

        Assert.Contains("1 entries", marked.Output, StringComparison.Ordinal);
        Assert.Equal(before.Head, after.Head);
        Assert.Equal(before.CursorKey, after.CursorKey);
        Assert.NotEqual(before.Epoch, after.Epoch);
    }

    [SkippableFact]
    public async Task PostgreSQL_is_backed_up_and_restored_by_its_own_tools()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        (await ACommand.RunAsync(database, "backup", "/tmp/never")).IsRefused("pg_dump");
        (await ACommand.RunAsync(database, "restore", "/tmp/never")).IsRefused("pg_restore");
    }

    [Fact]
    public async Task Either_a_file_or_the_mark_is_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        (await ACommand.RunAsync(database, "restore")).IsRefused("either FILE or --mark");
        (await ACommand.RunAsync(database, "restore", "--mark", "FILE")).IsRefused("either FILE or --mark");
        (await ACommand.RunAsync(database, "restore", "--mark", "--Storage:SqliteFil=x")).IsRefused("is no setting");
        (await ACommand.RunAsync(database, "backup", "--Storage:SqliteFile", "FILE")).IsRefused("neither an option nor a setting");
    }

    private static async Task<FeedHead> HeadAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Set<FeedHead>().AsNoTracking().SingleAsync();
    }
}
