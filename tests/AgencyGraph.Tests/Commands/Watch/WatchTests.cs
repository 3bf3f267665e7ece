using System.Text.Json.Nodes;
using AgencyGraph.Commands.Watch;
using AgencyGraph.Feed;
using AgencyGraph.Receipts;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Tests.Commands.Watch;

public sealed class WatchTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agencygraph-watch-");
    private RunningExchange? started;
    private int opened = 1_000;

    private RunningExchange Exchange => started ?? throw new InvalidOperationException("Started before the test.");

    private string State => Path.Combine(folder.FullName, "position");

    public async Task InitializeAsync() => started = await RunningExchange.StartAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync()
    {
        await Exchange.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task It_resumes_after_each_break_and_the_next_time_where_it_stopped()
    {
        await using var network = new CutNetwork(Exchange.Address);
        string[] words = ["--url", network.Address.ToString(), "--token", Receiver().Token, "--format", "ndjson", "--state", State];
        await using (var watch = new AWatch(words))
        {
            await HaveOpenedAsync(watch);
            for (var i = 0; i < 5; i++)
            {
                network.Cut();
                await RecordAsync((2 * i) + 1, (2 * i) + 2);
                await HearAsync(watch, (2 * i) + 1, (2 * i) + 2);
            }

            Assert.True(network.Connections > 5);
            Assert.Equal(WatchExit.Done, await watch.InterruptAsync());
        }

        await RecordAsync(11, 12);
        await using var next = new AWatch([.. words, "--count", "2"]);
        await HearAsync(next, 11, 12);
        Assert.Equal(WatchExit.Done, await next.ExitAsync());
    }

    [Fact]
    public async Task What_it_printed_is_acknowledged_when_it_ends()
    {
        await using var watch = new AWatch("--url", Exchange.Address.ToString(), "--token", Receiver().Token, "--acknowledge", "--state", State, "--format", "ndjson");
        await HaveOpenedAsync(watch);
        await RecordAsync(1, 2, 3);
        await HearAsync(watch, 1, 2, 3);
        Assert.Equal(WatchExit.Done, await watch.InterruptAsync());

        await using var db = Exchange.Database.Open();
        var standing = Assert.Single(await db.Set<Acknowledgement>().AsNoTracking().ToListAsync());
        Assert.Equal((await File.ReadAllTextAsync(State)).Trim(), standing.Cursor.Value);
        Assert.Equal(await db.Set<FeedEntry>().MaxAsync(entry => entry.Position), standing.Position);
    }

    [Fact]
    public async Task What_comes_twice_is_printed_once_and_what_is_left_out_is_asked_for_again()
    {
        await using var repeating = await RepeatingExchange.StartAsync(
            [(1, "a"), (1, "a"), (2, "b"), (1, "a"), (4, "d")], [(1, "c"), (2, "d"), (2, "d"), (3, "e")]);
        await using var watch = new AWatch("--url", repeating.Address.ToString(), "--token", "x", "--format", "ndjson", "--count", "5");

        foreach (var cursor in new[] { "a", "b", "c", "d", "e" })
            Assert.Equal(cursor, (await watch.UpdateAsync())["cursor"]!.GetValue<string>());
        Assert.Equal(WatchExit.Done, await watch.ExitAsync());
        Assert.Equal(["begin", "b"], repeating.After);
    }

    [Fact]
    public async Task It_prints_a_line_for_people_and_only_the_kinds_asked_for()
    {
        await using var watch = new AWatch("--url", Exchange.Address.ToString(), "--token", Receiver().Token, "--kind", "INCIDENT_RECORDED");
        var line = watch.LineAsync();
        do
            await RecordAsync(++opened);
        while (await Task.WhenAny(line, Task.Delay(200)) != line && !watch.HasEnded);

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\S+Z  IncidentRecorded        GMP/2026/\d+  DOMESTIC_ABUSE  HIGH  greater-manchester$", await line);
    }

    [Fact]
    public async Task A_position_that_is_no_more_is_told_in_words()
    {
        await File.WriteAllTextAsync(State, "nonsense");
        await using var invalid = Begin();
        Assert.Equal(WatchExit.PositionGone, await invalid.ExitAsync());
        Assert.Contains("CURSOR_INVALID", await invalid.ComplaintAsync(), StringComparison.Ordinal);

        File.Delete(State);
        await using (var watch = Begin())
        {
            await HaveOpenedAsync(watch);
            Assert.Equal(WatchExit.Done, await watch.InterruptAsync());
        }

        await using (var db = Exchange.Database.Open())
            Assert.NotNull(await FeedEpoch.RenewAsync(db, CancellationToken.None));
        await using var restored = Begin();
        Assert.Equal(WatchExit.PositionGone, await restored.ExitAsync());
        Assert.Contains("List again", await restored.ComplaintAsync(), StringComparison.Ordinal);

        AWatch Begin() => new("--url", Exchange.Address.ToString(), "--token", Receiver().Token, "--state", State, "--format", "ndjson");
    }

    [Fact]
    public async Task Who_is_not_let_in_is_told_so_and_it_does_not_try_for_ever()
    {
        await EndsAsync(WatchExit.NotPermitted, "UNAUTHENTICATED", "--token", "nonsense");
        await EndsAsync(WatchExit.NotPermitted, "PURPOSE_NOT_PERMITTED", "--token", Receiver().Token, "--purpose", "CURIOSITY");
        await EndsAsync(WatchExit.NotPermitted, "ROLE_REQUIRED", "--token", Receiver().Token, "--role", "administrator");
        await EndsAsync(WatchExit.Usage, "cannot be read", "--token-file", Path.Combine(folder.FullName, "absent"));
        await EndsAsync(WatchExit.Refused, "not as an exchange does", "--token", Receiver().Token, "--url", new Uri(Exchange.Address, "nowhere").ToString());
    }

    [Fact]
    public async Task A_token_that_is_not_accepted_any_more_is_read_again_from_its_file()
    {
        var file = Path.Combine(folder.FullName, "token");
        await File.WriteAllTextAsync(file, "worn out");
        await using var network = new CutNetwork(Exchange.Address) { Connected = _ => File.WriteAllText(file, Receiver().Token) };
        await using var watch = new AWatch("--url", network.Address.ToString(), "--token-file", file, "--format", "ndjson");

        await HaveOpenedAsync(watch);
        Assert.Equal(WatchExit.Done, await watch.InterruptAsync());
    }

    [Theory]
    [InlineData("--kind", "NOTHING")]
    [InlineData("--count", "0")]
    [InlineData("--url", "file:///etc/passwd")]
    [InlineData("--format", "xml")]
    public async Task What_is_called_wrongly_is_told_before_anything_is_asked(string option, string value)
    {
        var exit = await AgencyGraph.Commands.CommandLine.RunAsync(["watch", "--token", "x", option, value], TextWriter.Null, TextWriter.Null);
        Assert.Equal((int)WatchExit.Usage, exit);
    }

    private async Task EndsAsync(WatchExit exit, string because, params string[] words)
    {
        string[] where = words.Contains("--url") ? [] : ["--url", Exchange.Address.ToString()];
        await using var watch = new AWatch([.. where, .. words]);
        Assert.Equal(exit, await watch.ExitAsync());
        Assert.Contains(because, await watch.ComplaintAsync(), StringComparison.Ordinal);
    }

    private ExchangeCaller Receiver() => Exchange.As(Role.CouncilSystem, "BUR");

    private async Task RecordAsync(params int[] numbers)
    {
        foreach (var number in numbers)
            _ = await Exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", Sample.Incident(number, "BUR"), "outcome");
    }

    /// <summary>A stream without a cursor begins when it is opened: something happens until it has heard of all of it.</summary>
    private async Task HaveOpenedAsync(AWatch watch)
    {
        Task<JsonNode> first = watch.UpdateAsync();
        do
            await RecordAsync(++opened);
        while (await Task.WhenAny(first, Task.Delay(200)) != first && !watch.HasEnded);
        for (var heard = await first; heard["incident"]!["reference"]!.GetValue<string>() != $"GMP/2026/{opened}";)
            heard = await watch.UpdateAsync();
    }

    private static async Task HearAsync(AWatch watch, params int[] numbers)
    {
        foreach (var number in numbers)
            Assert.Equal($"GMP/2026/{number}", (await watch.UpdateAsync())["incident"]!["reference"]!.GetValue<string>());
    }
}
