using System.Data.Common;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Storage.Sqlite;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Door;

public sealed class FullDiskTests
{
    private const string Record = "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome } }";

    [Fact]
    public async Task A_full_disk_loses_nothing_that_was_acknowledged_and_heals_by_itself()
    {
        var disk = new Disk();
        await using var exchange = await RunningExchange.StartAsync(
            DatabaseKind.Sqlite, configure: builder => builder.Services.ConfigureDbContext<SqliteAgencyDb>(options => options.AddInterceptors(disk)));
        var force = exchange.As(Role.PoliceSystem, "greater-manchester");
        disk.IsFull = true;

        // What free pages there are take a few yet.
        var acknowledged = new List<string>();
        var input = A.Incident();
        while (await CodeAsync(force, input) is null)
        {
            acknowledged.Add(input.Reference);
            Assert.InRange(acknowledged.Count, 0, 500);
            input = A.Incident() with { Narrative = new string('x', 20_000) };
        }

        Assert.Equal("UNAVAILABLE", await CodeAsync(force, input));
        Assert.Equal(acknowledged.Order(), await ReferencesAsync(exchange));
        disk.IsFull = false;
        Assert.Null(await CodeAsync(force, input));
        Assert.Equal(acknowledged.Append(input.Reference).Order(), await ReferencesAsync(exchange));
    }

    [Fact]
    public async Task A_disk_that_fills_amid_64_writers_is_told_to_each_that_was_not_written()
    {
        var disk = new Disk();
        await using var exchange = await RunningExchange.StartAsync(
            DatabaseKind.Sqlite, configure: builder => builder.Services.ConfigureDbContext<SqliteAgencyDb>(options => options.AddInterceptors(disk)));
        var force = exchange.As(Role.PoliceSystem, "greater-manchester");
        var inputs = Enumerable.Range(0, 4 * 64).Select(_ => A.Incident() with { Narrative = new string('x', 20_000) }).ToList();
        disk.IsFull = true;

        var codes = await Task.WhenAll(inputs.Select(input => Task.Run(() => CodeAsync(force, input))));

        Assert.Equal(["UNAVAILABLE"], codes.OfType<string>().Distinct());
        Assert.Equal(inputs.Zip(codes).Where(pair => pair.Second is null).Select(pair => pair.First.Reference).Order(), await ReferencesAsync(exchange));
        disk.IsFull = false;
        codes = await Task.WhenAll(inputs.Zip(codes).Where(pair => pair.Second is not null).Select(pair => CodeAsync(force, pair.First)));
        Assert.All(codes, Assert.Null);
        Assert.Equal(inputs.Select(input => input.Reference).Order(), await ReferencesAsync(exchange));
        await using var db = exchange.Database.Open();
        Assert.Equal(inputs.Count, await db.Set<FeedEntry>().MaxAsync(entry => entry.Position));
    }

    /// <summary>Null when it was recorded.</summary>
    private static async Task<string?> CodeAsync(ExchangeCaller force, IncidentInput input)
    {
        var answer = await force.AskAsync(Record, new { input = Standing.Written(input) });
        if (answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>() is { } code)
            return code;
        Assert.Equal("RECORDED", answer["data"]?["recordIncident"]?["outcome"]?.GetValue<string>());
        return null;
    }

    private static async Task<IEnumerable<string>> ReferencesAsync(RunningExchange exchange)
    {
        await using var db = exchange.Database.Open();
        return (await db.Set<Incident>().Select(incident => incident.Reference).ToListAsync()).Select(reference => reference.Value).Order();
    }

    /// <summary>Gives the database no page more than it has.</summary>
    private sealed class Disk : DbConnectionInterceptor
    {
        public bool IsFull { get; set; }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = IsFull ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1073741823";
            _ = await command.ExecuteScalarAsync(cancellationToken);
        }
    }
}
