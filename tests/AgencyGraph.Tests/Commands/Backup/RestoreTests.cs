using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Commands.Backup;

/// <summary>A backup of the embedded database, and what may be put in its place.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private TestDatabase? made;

    private TestDatabase Database => made ?? throw new InvalidOperationException("Made before the test.");

    private string Copy => $"{Database.Options.SqliteFile}.copy";

    public async Task InitializeAsync() => made = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await Database.DisposeAsync();

    [Fact]
    public async Task The_database_that_stood_there_is_kept_whole()
    {
        await using (var exchange = await RunningExchange.StartOnAsync(Database))
        {
            await exchange.RecordIncidentsAsync(1);
            (await ACommand.RunAsync(Database, "backup", Copy)).Succeeds();
            await exchange.RecordIncidentsAsync(2);
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
        await exchange.RecordIncidentsAsync(1);
        (await ACommand.RunAsync(Database, "backup", Copy)).Succeeds();

        (await ACommand.RunAsync(Database, "restore", Copy)).IsRefused("is in use");
        (await ACommand.RunAsync(Database, "restore", "--mark")).IsRefused("is in use");
        await exchange.RecordIncidentsAsync(2);
        Assert.Equal([1, 2], await exchange.As(Role.HubPractitioner, "BUR").ListIncidentsAsync());
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
        await exchange.RecordIncidentsAsync(1);
        Assert.Equal([1], await exchange.As(Role.HubPractitioner, "BUR").ListIncidentsAsync());
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
}
