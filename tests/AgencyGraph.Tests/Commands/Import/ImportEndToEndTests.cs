using System.Text;
using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Commands.Import;
using AgencyGraph.Feed;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Commands.Import;

/// <summary>An extract with each fault once, through the real exchange.</summary>
public sealed class ImportEndToEndTests
{
    private static readonly string[] Right =
    [
        Extract.Line("GMP/2026/1"),
        Extract.Correction("GMP/2026/2"),
        Extract.Line("GMP/2026/2"),
        "",
        Extract.Line("GMP/2026/3", but: line => { line["share"] = false; line["withholdReason"] = "Harm to the child."; }),
        Extract.Line("GMP/2026/1"),
    ];

    private static readonly (string Reason, string Line)[] Wrong =
    [
        ("the line is not JSON", "{\"ref\":\"GMP/2026/10\",\"revision\""),
        ("ref: is missing", Extract.Line("GMP/2026/11", but: line => line.Remove("ref"))),
        ("ref: does not begin with GMP/", Extract.Line("WMP/2026/12")),
        ("revision: must be 1 or more", Extract.Line("GMP/2026/13", revision: 0)),
        ("neither in the graph nor in the file", Extract.Correction("GMP/2026/14")),
        ("the same reference and revision are in line 1 with another body", Extract.Line("GMP/2026/1", but: line => line["risk"] = "HIGH")),
        ("kind: is not one of", Extract.Line("GMP/2026/15", but: line => line["kind"] = "DOMESTIC")),
        ("council: is no agency", Extract.Line("GMP/2026/16", but: line => line["council"] = "XXX")),
        ("occurred: has no offset", Extract.Line("GMP/2026/17", but: line => line["occurred"] = "2026-10-01T01:02:00")),
        ("reported: lies before occurred;", Extract.Line("GMP/2026/18", but: line => line["reported"] = "2026-10-01T01:01:00+01:00")),
        ("recorded: lies in the future", Extract.Line("GMP/2026/19", but: line => line["recorded"] = "2999-10-01T01:10:00+01:00")),
        ("risk: is a number, must be text", Extract.Line("GMP/2026/20", but: line => line["risk"] = 3)),
        ("withholdReason: is needed", Extract.Line("GMP/2026/21", but: line => line["share"] = false)),
        ("persons: holds 0 persons", Extract.Line("GMP/2026/22", but: line => line["persons"]!.AsArray().Clear())),
        ("persons: holds no child", Extract.Line("GMP/2026/23", but: line => line["persons"]!.AsArray().RemoveAt(0))),
        ("persons[0].dob: is not a day of the calendar", Extract.Line("GMP/2026/24", but: line => line["persons"]![0]!["dob"] = "2015-02-31")),
        ("persons[0].dob: lies after the incident", Extract.Line("GMP/2026/25", but: line => line["persons"]![0]!["dob"] = "2026-10-02")),
        ("persons[0].nhs: is not an NHS number: give its ten digits", Extract.Line("GMP/2026/26", but: line => line["persons"]![0]!["nhs"] = "999 934 4925")),
        ("persons[0].nhs: is not an NHS number: its check digit", Extract.Line("GMP/2026/27", but: line => line["persons"]![0]!["nhs"] = "9999344926")),
        ("narrative: has 20001 characters", Extract.Line("GMP/2026/28", but: line => line["narrative"] = new string('x', 20_001))),
        ("narrative: holds a control character", Extract.Line("GMP/2026/29", but: line => line["narrative"] = "A bell \u0007.")),
        ("narrative: holds half a character", Extract.Line("GMP/2026/30").Replace("Neighbours", "\\ud83d", StringComparison.Ordinal)),
    ];

    [Fact]
    public async Task Missing_children_are_taken_in_by_the_same_command_and_refused_in_the_words_of_their_extract()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        using var import = new AnImport();
        _ = import.Of(
            Extract.Missing("GMP/2026/1"),
            Extract.Missing("GMP/2026/2", but: line => line["started"] = "2026-10-03T20:00:00+01:00"),
            Extract.Missing("GMP/2026/3", but: line => line["found"]!["at"] = "2026-09-30T20:00:00+01:00"),
            Extract.Missing("GMP/2026/4", but: line => line["lookedAfter"] = "yes"),
            Extract.Missing("GMP/2026/5", but: line => line["share"] = true),
            Extract.Missing("GMP/2026/6", but: line => line["child"]!.AsObject().Remove("dob")));
        string[] arguments = ["--force", "greater-manchester", "--of", "missing", import.File, "--url", exchange.Address.AbsoluteUri, "--token", exchange.As(Role.PoliceSystem, "greater-manchester").Token];

        Assert.Equal(ImportExit.SomeRefused, await import.RunAsync(arguments));
        string[] reasons =
        [
            "reported: lies before started;", "found.at: lies before the child was last seen", "lookedAfter: is text, must be true or false",
            "share: no field of the extract", "child.dob: is missing",
        ];
        Assert.Equal([2, 3, 4, 5, 6], import.RejectedLines);
        Assert.All(import.Rejects.Zip(reasons), pair => Assert.Contains(pair.Second, pair.First.Reason, StringComparison.Ordinal));
        Assert.Equal(ImportExit.SomeRefused, await import.RunAsync(arguments));
        Assert.Matches("already there +1", import.Output);
        await using var db = exchange.Database.Open();
        var episode = Assert.Single(await db.Set<MissingEpisode>().ToListAsync());
        Assert.Equal((IngestMode.Backfill, true, null, true), (episode.IngestMode, episode.FoundAt is not null, episode.LookedAfter, episode.OnPlan));
        Assert.Equal("Mill Street", episode.MissingFrom?.Lines[0]);
    }

    [Fact]
    public async Task What_an_extract_holds_must_be_known()
    {
        using var import = new AnImport();
        Assert.Equal(ImportExit.Usage, await import.Of("").RunAsync(["--force", "greater-manchester", "--of", "crimes", import.File]));
        Assert.Contains("--of must be incidents or missing", import.Error, StringComparison.Ordinal);
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_right_is_in_once_and_what_is_wrong_is_refused_by_its_fault(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        using var import = new AnImport();
        byte[] mark = [0xEF, 0xBB, 0xBF];
        _ = import.Of([.. mark, .. Encoding.UTF8.GetBytes(string.Join("\r\n", [.. Right, .. Wrong.Select(wrong => wrong.Line)]))]);

        Assert.Equal(ImportExit.SomeRefused, await RunAsync(import, exchange));
        AssertOutput(import, recorded: 3, corrected: 1, alreadyThere: 0);
        var first = await CountsAsync(exchange);
        Assert.Equal(ImportExit.SomeRefused, await RunAsync(import, exchange));
        AssertOutput(import, recorded: 0, corrected: 0, alreadyThere: 4);

        Assert.Equal((3, 3, 4), first);
        Assert.Equal(first, await CountsAsync(exchange));
    }

    private static Task<ImportExit> RunAsync(AnImport import, RunningExchange exchange)
        => import.RunAsync(
            ["--force", "greater-manchester", import.File, "--url", exchange.Address.ToString()],
            force => exchange.Services.GetRequiredService<DevelopmentTokens>()
                .Issue([Role.PoliceSystem], new AgencyCode(force), "import", TimeSpan.FromMinutes(5)));

    private static void AssertOutput(AnImport import, int recorded, int corrected, int alreadyThere)
    {
        Assert.Matches($@"recorded\s+{recorded}\b", import.Output);
        Assert.Matches($@"corrected\s+{corrected}\b", import.Output);
        Assert.Matches($@"already there\s+{alreadyThere}\b", import.Output);
        Assert.Matches(@"repeated lines\s+1\b", import.Output);
        Assert.Matches($@"refused\s+{Wrong.Length}\b", import.Output);
        var reasons = import.Rejects.OrderBy(reject => reject.Line).ToList();
        Assert.Equal(Wrong.Length, reasons.Count);
        foreach (var (expected, reject) in Wrong.Zip(reasons))
            Assert.Contains(expected.Reason, reject.Reason, StringComparison.Ordinal);
    }

    private static async Task<(int Incidents, int Records, int Told)> CountsAsync(RunningExchange exchange)
    {
        await using var db = exchange.Database.Open();
        return (await db.Set<Incident>().CountAsync(), await db.Set<ChildRecord>().CountAsync(), await db.Set<FeedEntry>().CountAsync());
    }
}
