using System.Text;
using AgencyGraph.Commands.Import;

namespace AgencyGraph.Tests.Commands.Import;

public sealed class ImportLinesTests : IAsyncLifetime, IDisposable
{
    private readonly AnImport import = new();
    private StandInExchange exchange = null!;

    public async Task InitializeAsync() => exchange = await StandInExchange.StartAsync();

    public async Task DisposeAsync() => await exchange.DisposeAsync();

    public void Dispose() => import.Dispose();

    [Fact]
    public async Task Lines_are_counted_over_a_byte_order_mark_CRLF_and_blank_lines()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        var text = $"{Extract.Line("GMP/2026/1")}\r\n\r\n{Extract.Line("GMP/2026/2")}\n  \t\n\nbroken\r\n{Extract.Line("GMP/2026/3")}";
        var exit = await import.Of([.. mark, .. Encoding.UTF8.GetBytes(text)]).RunAsync(exchange);

        Assert.Equal(ImportExit.SomeRefused, exit);
        Assert.Equal([6], import.RejectedLines);
        Assert.Equal(["GMP/2026/1#1", "GMP/2026/2#1", "GMP/2026/3#1"], exchange.Held);
    }

    [Fact]
    public async Task A_byte_order_mark_belongs_to_the_start_of_the_file_alone()
    {
        _ = await import.Of(Extract.Line(), "\uFEFF" + Extract.Line("GMP/2026/2")).RunAsync(exchange);
        Assert.Equal([2], import.RejectedLines);
    }

    [Fact]
    public async Task A_line_repeated_to_the_letter_is_counted_and_not_refused_even_where_the_first_was()
    {
        var exit = await import.Of(Extract.Line(), "{", Extract.Line(), "{").RunAsync(exchange);

        Assert.Equal(ImportExit.SomeRefused, exit);
        Assert.Equal([2], import.RejectedLines);
        Assert.Matches(@"repeated lines\s+2\b", import.Output);
        Assert.Single(exchange.Batches.SelectMany(batch => batch));
    }

    [Fact]
    public async Task A_repeat_counts_whatever_its_line_end()
    {
        var exit = await import.Of(Encoding.UTF8.GetBytes($"{Extract.Line()}\r\n{Extract.Line()}\n{Extract.Line()}")).RunAsync(exchange);
        Assert.Equal(ImportExit.AllIn, exit);
        Assert.Matches(@"repeated lines\s+2\b", import.Output);
    }

    [Fact]
    public async Task The_same_revision_with_another_body_is_refused_and_the_first_stands()
    {
        var another = Extract.Line(but: line => line["kind"] = "NEGLECT");
        _ = await import.Of(Extract.Line(), another, Extract.Line("GMP/2026/2")).RunAsync(exchange);

        var reject = Assert.Single(import.Rejects);
        Assert.Equal((2, "ALREADY_EXISTS", "GMP/2026/1"), (reject.Line, reject.Code, reject.Reference));
        Assert.Contains("line 1", reject.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(exchange.Batches.SelectMany(batch => batch), item => item.GetProperty("kind").GetString() == "NEGLECT");
    }

    [Fact]
    public async Task The_same_body_in_other_spacing_is_not_another_body()
    {
        var exit = await import.Of(Extract.Line(), Extract.Line().Replace("\":", "\" : ", StringComparison.Ordinal)).RunAsync(exchange);
        Assert.Equal(ImportExit.AllIn, exit);
        Assert.Matches(@"already there\s+1\b", import.Output);
    }

    [Fact]
    public async Task A_right_line_is_not_refused_because_a_wrong_one_took_its_revision_first()
    {
        exchange.Refuse = item => item.GetProperty("kind").GetString() == "DOMESTIC" ? ("INVALID_INPUT", "is no kind", "kind") : null;
        _ = await import.Of(Extract.Line(but: line => line["kind"] = "DOMESTIC"), Extract.Line()).RunAsync(exchange);

        Assert.Equal([1], import.RejectedLines);
        Assert.Equal(["GMP/2026/1#1"], exchange.Held);
    }

    [Fact]
    public async Task A_correction_that_stands_before_its_original_is_sent_after_it_is_answered()
    {
        string[] lines = [Extract.Correction(revision: 3), Extract.Correction(), Extract.Line(), Extract.Line("GMP/2026/2")];
        var exit = await import.Of(lines).RunAsync(exchange);

        Assert.Equal(ImportExit.AllIn, exit);
        Assert.Equal(["1", "2", "3"], exchange.Batches.SelectMany(batch => batch)
            .Where(item => item.GetProperty("reference").GetString() == "GMP/2026/1")
            .Select(item => item.GetProperty("revision").ToString()));
        Assert.Matches(@"corrected\s+2\b", import.Output);
    }

    [Fact]
    public async Task A_correction_without_an_original_is_refused()
    {
        _ = await import.Of(Extract.Correction(), Extract.Line("GMP/2026/2")).RunAsync(exchange);

        var reject = Assert.Single(import.Rejects);
        Assert.Equal((1, "NOT_FOUND"), (reject.Line, reject.Code));
        Assert.Contains("neither in the graph nor in the file", reject.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_of_an_original_that_is_in_the_graph_already_is_taken_in()
    {
        _ = await import.Of(Extract.Line()).RunAsync(exchange);
        Assert.Equal(ImportExit.AllIn, await import.Of(Extract.Correction()).RunAsync(exchange));
        Assert.Empty(import.Rejects);
    }

    [Fact]
    public async Task A_correction_of_a_refused_original_says_so()
    {
        _ = await import.Of(Extract.Correction(), Extract.Line(but: line => line["risk"] = 7)).RunAsync(exchange);

        Assert.Equal([1, 2], import.RejectedLines);
        Assert.Contains("whose original, line 2, was refused", import.Rejects[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_line_keeps_the_reference_that_can_be_read_in_it()
    {
        _ = await import.Of(Extract.Line()[..^30]).RunAsync(exchange);
        Assert.Equal((1, "NOT_JSON", "the line is not JSON, or breaks off", "GMP/2026/1"), import.Rejects.Single());
    }

    [Fact]
    public async Task What_the_exchange_refuses_is_told_in_the_words_of_the_extract()
    {
        exchange.Refuse = item => item.GetProperty("reference").GetString() == "GMP/2026/2"
            ? ("INVALID_INPUT", "fails its check digit", "persons.1.nhsNumber")
            : null;
        var exit = await import.Of(Extract.Line(), Extract.Line("GMP/2026/2"), Extract.Line("GMP/2026/3")).RunAsync(exchange);

        Assert.Equal(ImportExit.SomeRefused, exit);
        Assert.Equal((2, "INVALID_INPUT", "persons[1].nhs: fails its check digit", "GMP/2026/2"), import.Rejects.Single());
    }

    [Fact]
    public async Task A_line_of_more_than_a_mebibyte_is_refused_and_its_neighbours_are_not()
    {
        var huge = Extract.Line("GMP/2026/2", but: line => line["narrative"] = new string('x', 5 * 1024 * 1024));
        _ = await import.Of(Extract.Line(), huge, Extract.Line("GMP/2026/3"), huge).RunAsync(exchange);

        Assert.Equal([(2, "TOO_LONG")], import.Rejects.Select(reject => (reject.Line, reject.Code)));
        Assert.Equal(["GMP/2026/1#1", "GMP/2026/3#1"], exchange.Held);
        Assert.Matches(@"repeated lines\s+1\b", import.Output);
    }

    [Fact]
    public async Task Rejects_stand_in_the_order_of_the_file_and_replace_those_of_an_earlier_import()
    {
        exchange.Refuse = item => item.GetProperty("kind").GetString() == "X" ? ("INVALID_INPUT", "is no kind", "kind") : null;
        string[] wrong = [.. Enumerable.Range(1, 2).Select(number => Extract.Line($"GMP/2026/{number}", but: line => line["kind"] = "X"))];
        _ = await import.Of(wrong[0], "{", wrong[1], "[]").RunAsync(exchange);
        Assert.Equal([1, 2, 3, 4], import.RejectedLines);

        Assert.Equal(ImportExit.AllIn, await import.Of(Extract.Line()).RunAsync(exchange));
        Assert.Equal(0, new FileInfo(import.RejectsFile).Length);
    }
}
