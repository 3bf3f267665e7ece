using AgencyGraph.Agencies;
using AgencyGraph.Timeliness.Clocks;
using AgencyGraph.Timeliness.Days;

namespace AgencyGraph.Tests.Timeliness.Clocks;

public sealed class ClockCatalogueTests
{
    private static readonly AgencyDirectory Agencies = new();
    private static readonly ClockCatalogue Catalogue = new(Agencies);
    private static readonly DateOnly Today = new(2026, 11, 27);

    /// <summary>A row that is lost would be noticed by nobody else.</summary>
    [Fact]
    public void Every_clock_is_there()
        => Assert.Equal(
            [
                "BREACH", "CFA", "CORE1", "CORE_N", "CPC_LETTER", "CPC_MIN", "DA_SHARE", "DBS_CHASE", "DBS_ESC", "DBS_P", "DBS_P_85", "DBS_P_90", "DBS_P_95",
                "ENCOMPASS", "EPO", "ICPC", "ICPC_REQ", "LADO", "MARAC_REP", "MASH_A", "MASH_G", "MASH_R", "MASH_RET_A", "MASH_RET_G", "MASH_RET_R", "PP72", "RAPID", "RAPID_NOTIFY", "RCPC1", "RCPC_N",
                "RCPC_PB", "RCPC_PB_20", "REF_DECISION", "RHI", "RPT_ICPC", "RPT_RCPC", "SAR", "SAR_EXT", "STRAT", "STRAT_FU",
            ],
            Catalogue.All.Select(clock => clock.Code).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void What_was_not_checked_says_so()
        => Assert.All(
            Catalogue.All.Where(clock => clock.CheckedOn is null),
            clock => Assert.Contains("general knowledge", clock.Note, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void A_figure_names_its_document_unless_there_is_none()
        => Assert.All(Catalogue.All, clock => Assert.True(clock.Source.Length > 0 || clock.Status == ClockStatus.Practice, clock.Key.Value));

    [Fact]
    public void What_stands_in_the_files_fits_where_it_is_kept()
        => Assert.All(Catalogue.All, clock => Assert.True(
            clock.Key.Value.Length <= ClockKey.MaxLength && clock.Code.Length <= Clock.CodeMaxLength && clock.Source.Length <= Clock.SourceMaxLength
            && clock.Note.Length <= Clock.NoteMaxLength && clock.What.Length <= Clock.WordsMaxLength && clock.Starts.Length <= Clock.WordsMaxLength
            && clock.Stops.Length <= Clock.WordsMaxLength, clock.Key.Value));

    [Fact]
    public void A_partnerships_own_figure_comes_before_everybodys_and_holds_for_nobody_else()
    {
        Assert.Equal("MASH_R.SRY.1", Catalogue.Find("MASH_R", new AgencyCode("SRY"), Today)!.Key.Value);
        Assert.Equal("MASH_R.1", Catalogue.Find("MASH_R", new AgencyCode("BUR"), Today)!.Key.Value);
        Assert.Equal((24, ClockUnit.Hours), FigureOf("DA_SHARE", "DEV"));
        Assert.Null(FigureOf("DA_SHARE", "BUR").Limit);
        Assert.Equal((4, ClockUnit.HubHours), FigureOf("MASH_R", "BUR"));
        Assert.Equal((4, ClockUnit.HubHours), FigureOf("MASH_R", null));
        Assert.Equal((48, ClockUnit.Hours), FigureOf("RPT_ICPC", "ERY"));
    }

    [Fact]
    public void Before_a_figure_holds_there_is_none_and_a_clock_that_there_is_not_is_a_mistake()
    {
        Assert.Null(Catalogue.Find("REF_DECISION", null, new DateOnly(2020, 1, 1)));
        _ = Assert.Throws<ArgumentException>(() => Catalogue.Find("REF_DECISIONS", null, Today));
    }

    [Fact]
    public void A_referral_is_escalated_from_the_team_to_the_director()
        => Assert.Equal(
            [(1, EscalationLevel.TeamManager), (5, EscalationLevel.HeadOfService), (10, EscalationLevel.AssistantDirector), (20, EscalationLevel.DirectorOfChildrensServices)],
            Catalogue.StepsOf("REF_DECISION").Select(step => (step.After, step.Level)));

    [Fact]
    public void A_clock_that_cannot_be_stops_the_start()
    {
        var good = Catalogue.All.First(clock => clock.Code == "ICPC");
        (string Fault, Clock Clock)[] wrong =
        [
            ("limit", Copy(good, limit: 0)), ("amber", Copy(good, amber: 100)), ("convention", Copy(good, convention: null)), ("hub hours", Copy(good, hours: "09:00-17:00")),
            ("council", Copy(good, council: "greater-manchester")), ("pauses", Copy(good, pauses: "HOLIDAYS")), ("ends", Copy(good, from: Today, to: Today.AddDays(-1))),
        ];
        foreach (var (fault, clock) in wrong)
            Assert.Contains(fault, Assert.Throws<InvalidOperationException>(() => ClockCheck.Run([clock], [], Agencies)).Message, StringComparison.Ordinal);

        Assert.Contains("twice", Refused(good, good), StringComparison.Ordinal);
        Assert.Contains("two editions", Refused(good, Copy(good, edition: 2)), StringComparison.Ordinal);
        Assert.Contains("one partnership", Refused(Copy(good, council: "BUR")), StringComparison.Ordinal);
        ClockCheck.Run([Copy(good, to: Today), Copy(good, edition: 2, from: Today.AddDays(1))], [], Agencies);
        var early = new EscalationStep("ICPC", 3, EscalationLevel.TeamManager, ClockStatus.Local, "", "");
        Assert.Contains("before the limit", Assert.Throws<InvalidOperationException>(() => ClockCheck.Run([good], [early], Agencies)).Message, StringComparison.Ordinal);
    }

    private static string Refused(params Clock[] clocks) => Assert.Throws<InvalidOperationException>(() => ClockCheck.Run(clocks, [], Agencies)).Message;

    private static (int? Limit, ClockUnit Unit) FigureOf(string code, string? council)
    {
        var clock = Catalogue.Find(code, council is null ? null : new AgencyCode(council), Today)!;
        return (clock.Limit, clock.Unit);
    }

    private static Clock Copy(
        Clock clock, int? limit = 15, int amber = 25, DayConvention? convention = DayConvention.StartDayIsZero, string? hours = null, string? council = null, string pauses = "",
        int edition = 1, DateOnly? from = null, DateOnly? to = null) => new()
        {
            Key = new ClockKey($"{clock.Code}.{council}{edition}"),
            Code = clock.Code,
            CouncilCode = council is null ? null : new AgencyCode(council),
            Edition = edition,
            What = clock.What,
            Starts = clock.Starts,
            Stops = clock.Stops,
            Limit = limit,
            Unit = clock.Unit,
            Direction = clock.Direction,
            Convention = convention,
            Hours = hours,
            AmberPercent = amber,
            Pauses = pauses,
            Status = clock.Status,
            Source = clock.Source,
            CheckedOn = clock.CheckedOn,
            ValidFrom = from,
            ValidTo = to,
            Note = clock.Note,
        };
}
