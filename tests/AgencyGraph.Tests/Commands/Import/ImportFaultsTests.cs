using AgencyGraph.Commands.Import;
using Microsoft.AspNetCore.Http;

namespace AgencyGraph.Tests.Commands.Import;

public sealed class ImportFaultsTests : IAsyncLifetime, IDisposable
{
    private readonly AnImport import = new();
    private StandInExchange exchange = null!;

    public async Task InitializeAsync() => exchange = await StandInExchange.StartAsync();

    public async Task DisposeAsync() => await exchange.DisposeAsync();

    public void Dispose() => import.Dispose();

    [Fact]
    public async Task A_request_that_fails_or_breaks_off_is_sent_again_and_nothing_is_doubled()
    {
        exchange.Instead = (number, context) => Answer(context, 503, when: number == 1);
        exchange.BeforeAnswer = (number, context) =>
        {
            if (number == 2)
                context.Abort();
            return Task.CompletedTask;
        };

        Assert.Equal(ImportExit.AllIn, await import.Of(Extract.Line(), Extract.Line("GMP/2026/2")).RunAsync(exchange));
        Assert.Equal(3, exchange.Requests);
        Assert.Equal(["GMP/2026/1#1", "GMP/2026/2#1"], exchange.Held);
        Assert.Matches(@"already there\s+2\b", import.Output);
    }

    [Fact]
    public async Task An_exchange_that_stays_away_stops_the_import_and_refuses_no_line()
    {
        exchange.Instead = (_, context) => Answer(context, 503, when: true);

        Assert.Equal(ImportExit.Stopped, await import.Of(Extract.Line()).RunAsync(exchange));
        Assert.Equal(4, exchange.Requests);
        Assert.Empty(import.Rejects);
        Assert.Contains("Run the same command again", import.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_refused_for_the_moment_is_sent_again_and_not_among_the_rejects()
    {
        var asked = 0;
        exchange.Refuse = item => item.GetProperty("reference").GetString() == "GMP/2026/2" && ++asked < 3 ? ("CONTENDED", "other writers", "") : null;

        Assert.Equal(ImportExit.AllIn, await import.Of(Extract.Line(), Extract.Line("GMP/2026/2")).RunAsync(exchange));
        Assert.Equal([2, 1, 1], exchange.Batches.Select(batch => batch.Count));
        Assert.Equal(["GMP/2026/1#1", "GMP/2026/2#1"], exchange.Held);
        Assert.Empty(import.Rejects);
    }

    [Fact]
    public async Task Items_refused_for_the_moment_time_after_time_stop_the_import_and_refuse_no_line()
    {
        exchange.Refuse = _ => ("CONTENDED", "other writers", "");

        Assert.Equal(ImportExit.Stopped, await import.Of(Extract.Line()).RunAsync(exchange));
        Assert.Empty(import.Rejects);
        Assert.Contains("Run the same command again", import.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_exchange_at_all_stops_the_import()
    {
        string[] arguments = ["--force", "greater-manchester", import.File, "--url", "http://127.0.0.1:9"];
        Assert.Equal(ImportExit.Stopped, await import.Of(Extract.Line()).RunAsync(arguments));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Who_may_not_record_is_told_so(int status)
    {
        exchange.Instead = (_, context) => Answer(context, status, when: true);

        Assert.Equal(ImportExit.NotPermitted, await import.Of(Extract.Line()).RunAsync(exchange, ["--token", "mine"]));
        Assert.Equal(1, exchange.Requests);
    }

    [Fact]
    public async Task A_token_that_ends_during_the_import_is_renewed()
    {
        var minted = 0;
        exchange.Instead = (_, context) => Answer(context, 401, when: context.Request.Headers.Authorization != "Bearer token 2");

        Assert.Equal(ImportExit.AllIn, await import.Of(Extract.Line()).RunAsync(exchange, developmentToken: _ => $"token {++minted}"));
    }

    [Fact]
    public async Task Requests_carry_the_token_and_the_purpose()
    {
        _ = await import.Of(Extract.Line()).RunAsync(exchange, ["--token", "mine"]);
        Assert.Equal(("Bearer mine", "SAFEGUARDING"), exchange.Headers.Single());
    }

    [Fact]
    public async Task An_item_that_spoils_its_request_is_found_and_refused_alone()
    {
        exchange.Poisons = item => item.GetProperty("reference").GetString() == "GMP/2026/77";
        var lines = Enumerable.Range(1, 100).Select(number => Extract.Line($"GMP/2026/{number}"));

        Assert.Equal(ImportExit.SomeRefused, await import.Of([.. lines]).RunAsync(exchange));
        Assert.Equal([(77, "VALIDATION")], import.Rejects.Select(reject => (reject.Line, reject.Code)));
        Assert.Equal(99, exchange.Held.Count());
    }

    [Fact]
    public async Task An_exchange_that_refuses_every_request_stops_the_import_instead_of_refusing_every_line()
    {
        exchange.Poisons = _ => true;
        var lines = Enumerable.Range(1, 100).Select(number => Extract.Line($"GMP/2026/{number}"));
        Assert.Equal(ImportExit.Stopped, await import.Of([.. lines]).RunAsync(exchange));
    }

    [Fact]
    public async Task Batches_hold_no_more_than_200_items_and_a_mebibyte()
    {
        var text = new string('x', 19_000);
        var lines = Enumerable.Range(1, 450)
            .Select(number => Extract.Line($"GMP/2026/{number}", but: line => line["narrative"] = number > 400 ? text : "short"));
        Assert.Equal(ImportExit.AllIn, await import.Of([.. lines]).RunAsync(exchange));

        Assert.Equal(450, exchange.Batches.Sum(batch => batch.Count));
        Assert.All(exchange.Batches, batch => Assert.InRange(batch.Count, 1, ImportRun.ItemsInBatch));
        Assert.All(exchange.Batches, batch => Assert.InRange(batch.Sum(item => item.GetRawText().Length), 1, ImportRun.BytesInBatch));
    }

    [Fact]
    public async Task An_interrupted_import_goes_on_where_it_was_when_it_is_run_again()
    {
        using var interrupt = new CancellationTokenSource();
        exchange.BeforeAnswer = async (number, _) =>
        {
            if (number == 2)
                await interrupt.CancelAsync();
        };
        var lines = Enumerable.Range(1, 1500).Select(number => Extract.Line($"GMP/2026/{number}")).Append("{");

        Assert.Equal(ImportExit.Interrupted, await import.Of([.. lines]).RunAsync(exchange, cancellationToken: interrupt.Token));
        Assert.InRange(exchange.Held.Count(), 1, 1499);
        Assert.Equal(ImportExit.SomeRefused, await import.RunAsync(exchange));
        Assert.Equal(1500, exchange.Held.Count());
        Assert.Equal([1501], import.RejectedLines);
    }

    [Fact]
    public async Task A_changed_body_of_an_imported_revision_is_refused()
    {
        _ = await import.Of(Extract.Line()).RunAsync(exchange);
        Assert.Equal(ImportExit.SomeRefused, await import.Of(Extract.Line(but: line => line["kind"] = "NEGLECT")).RunAsync(exchange));
        Assert.Equal("IDEMPOTENCY_MISMATCH", import.Rejects.Single().Code);
    }

    [Fact]
    public async Task Wrong_usage_is_told_before_anything_is_sent()
    {
        _ = import.Of(Extract.Line());
        Assert.Equal(ImportExit.Usage, await import.RunAsync(["--force", "atlantis", import.File]));
        Assert.Equal(ImportExit.Usage, await import.RunAsync(["--force", "merseyside", import.File + ".none"]));
        Assert.Equal(ImportExit.Usage, await import.RunAsync(["--force", "merseyside", import.File, "--url", "ftp://here"]));
        Assert.Equal(ImportExit.Usage, await import.RunAsync(["--force", "merseyside", import.File, "--rejects", import.File]));
        string[] nowhere = ["--force", "merseyside", import.File, "--rejects", Path.Combine(import.File, "none")];
        Assert.Equal(ImportExit.Usage, await import.RunAsync(nowhere));
        Assert.Equal(0, exchange.Requests);
    }

    private static Task<bool> Answer(HttpContext context, int status, bool when)
    {
        if (when)
            context.Response.StatusCode = status;
        return Task.FromResult(when);
    }
}
