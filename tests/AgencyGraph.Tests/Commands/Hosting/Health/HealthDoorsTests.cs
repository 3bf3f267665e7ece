using System.Net;
using System.Text.Json;
using AgencyGraph.Commands.Hosting.Health;
using AgencyGraph.Commands.Hosting.Shutdown;
using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AgencyGraph.Tests.Commands.Hosting.Health;

public sealed class HealthDoorsTests
{
    [SkippableTheory, EveryDatabase]
    public async Task A_server_that_is_whole_is_ready_and_says_so_to_anybody(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        await UntilTheFeedIsReadAsync(exchange);
        using var http = new HttpClient { BaseAddress = exchange.Address };

        using var answer = await http.GetAsync(new Uri(HealthDoors.ReadyPath, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(
            """{"status":"ready","parts":{"server":"ready","database":"ready","feed":"ready","background":"ready","signing-keys":"ready"}}""",
            await answer.Content.ReadAsStringAsync());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_database_of_an_older_model_is_not_ready_while_the_process_lives(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        await UntilTheFeedIsReadAsync(exchange);
        await using (var db = exchange.Database.Open())
            _ = await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\"");

        Assert.Equal(["database"], await NotReadyAsync(exchange));
        Assert.Equal((HttpStatusCode.OK, """{"status":"live"}"""), await AskAsync(exchange, HealthDoors.LivePath));
    }

    [Fact]
    public async Task A_server_whose_issuer_has_shown_no_keys_is_not_ready()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings:
            ["--Access:Authority=http://127.0.0.1:1", "--Access:Issuer=http://127.0.0.1:1", "--Access:Audience=agencygraph"]);
        await UntilTheFeedIsReadAsync(exchange);

        Assert.Equal(["signing-keys"], await NotReadyAsync(exchange));
    }

    [Fact]
    public async Task A_server_that_reads_the_feed_no_longer_is_not_ready()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, clock);
        await UntilTheFeedIsReadAsync(exchange);
        await using (var db = exchange.Database.Open())
            _ = await db.Database.ExecuteSqlRawAsync("ALTER TABLE feed_entries RENAME TO gone");
        clock.Advance(TimeSpan.FromSeconds(16));

        Assert.Equal(["feed"], await NotReadyAsync(exchange));
    }

    [Fact]
    public async Task A_server_that_has_been_told_to_stop_is_not_ready_and_still_answers()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        await UntilTheFeedIsReadAsync(exchange);

        Assert.True(exchange.Services.GetRequiredService<Departure>().Begin());

        Assert.Equal(["server"], await NotReadyAsync(exchange));
        Assert.NotNull(await exchange.As(Role.HubPractitioner, "BUR").DataAsync("{ children(first: 1) { totalCount } }"));
    }

    private static Task UntilTheFeedIsReadAsync(RunningExchange exchange)
        => Eventually.IsAsync(() => exchange.Services.GetRequiredService<PumpPulse>().IsFelt, "the feed is read");

    private static async Task<IReadOnlyList<string>> NotReadyAsync(RunningExchange exchange)
    {
        var (status, body) = await AskAsync(exchange, HealthDoors.ReadyPath);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        using var document = JsonDocument.Parse(body);
        Assert.Equal("not-ready", document.RootElement.GetProperty("status").GetString());
        return [.. document.RootElement.GetProperty("parts").EnumerateObject()
            .Where(part => part.Value.GetString() == "not-ready").Select(part => part.Name)];
    }

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(RunningExchange exchange, string path)
    {
        using var http = new HttpClient { BaseAddress = exchange.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
