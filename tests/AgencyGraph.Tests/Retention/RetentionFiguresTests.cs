using AgencyGraph.Agencies;
using AgencyGraph.Retention;
using AgencyGraph.Visibility;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Tests.Retention;

public sealed class RetentionFiguresTests
{
    private static readonly RetentionFigures Figures = new();

    [Fact]
    public void Every_kind_of_record_that_is_kept_has_one_figure_of_the_agencies_that_answer_for_it()
        => Assert.Equal(
            [(RecordKind.ChildRecord, AgencyKind.Council), (RecordKind.Incident, AgencyKind.PoliceForce), (RecordKind.Referral, AgencyKind.Council), (RecordKind.MissingEpisode, AgencyKind.PoliceForce)],
            Figures.All.Where(figure => figure.RecordKind is not null).Select(figure => (figure.RecordKind!.Value, figure.AgencyKind)).Order());

    [Fact]
    public void Every_figure_names_its_document_and_says_what_else_to_know()
        => Assert.All(Figures.All, figure => Assert.True(
            figure.Source.Length is > 0 and <= RetentionReview.SourceMaxLength && figure.Note.EndsWith('.') && figure.What.Length > 0, figure.Code));

    /// <summary>Who sets none is told that there is none, and never a figure of nobody's.</summary>
    [Fact]
    public void Where_there_is_no_figure_the_controller_is_to_set_one()
        => Assert.All(Figures.All, figure => Assert.True((figure.Status == FigureStatus.ToBeSet) == figure.Years is null, figure.Code));

    [Fact]
    public void What_was_not_checked_says_so()
        => Assert.All(
            Figures.All.Where(figure => figure.CheckedOn is null),
            figure => Assert.Contains("general knowledge", figure.Note, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void A_controllers_own_figure_comes_before_the_built_in_one_and_holds_for_nobody_else()
    {
        var options = new RetentionOptions();
        options.Schedule.Add(new ControllersPeriod { Agency = "BUR", Record = RetainedKind.ChildRecord, RunsFrom = RunsFrom.Birth, Years = 75, Source = "Bury's schedule" });
        var schedule = new RetentionSchedule(new AgencyDirectory(), Figures, Options.Create(options));

        Assert.Equal(new RetentionPeriod(RunsFrom.Birth, 75, "Bury's schedule"), schedule.Of(RecordKind.ChildRecord, new AgencyCode("BUR")));
        Assert.Equal(3, schedule.Of(RecordKind.ChildRecord, new AgencyCode("WRL"))?.Years);
        Assert.Equal(3, schedule.Of(RecordKind.Referral, new AgencyCode("BUR"))?.Years);
        Assert.Equal(6, schedule.Of(RecordKind.Incident, new AgencyCode("merseyside"))?.Years);
    }

    [Theory]
    [InlineData("", "ChildRecord", 1, "S")]
    [InlineData("nobody", "ChildRecord", 1, "S")]
    [InlineData("BUR", "Incident", 1, "S")]
    [InlineData("merseyside", "ChildRecord", 1, "S")]
    [InlineData("BUR", "ChildRecord", 151, "S")]
    [InlineData("BUR", "ChildRecord", -1, "S")]
    [InlineData("BUR", "ChildRecord", 1, "")]
    public async Task A_server_does_not_start_with_a_figure_that_cannot_be(string agency, string record, int years, string source)
        => await Assert.ThrowsAsync<OptionsValidationException>(() => Support.Running.RunningExchange.StartAsync(Support.DatabaseKind.Sqlite, settings:
        [
            $"--Retention:Schedule:0:Agency={agency}", $"--Retention:Schedule:0:Record={record}", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"--Retention:Schedule:0:Years={years}"),
            $"--Retention:Schedule:0:Source={source}",
        ]));
}
