using System.Text.RegularExpressions;
using AgencyGraph.Tests.Support;
using Mono.Cecil;

namespace AgencyGraph.Tests.Architecture;

public sealed class SourceTests
{
    private const int LongestFile = 300;
    private const int LongestMethod = 50;
    private const int LongestProgram = 80;

    private static readonly Regex LogEvent = new(@"\[LoggerMessage\((?:EventId = )?(\d+),");

    private static readonly Regex WholeException = new(@"partial void \w+\([^)]*Exception ");

    private static readonly string[] Clocks = ["System.DateTime", "System.DateTimeOffset"];

    [Fact]
    public void Nobody_reads_the_machines_clock()
    {
        var found = Server.Types
            .SelectMany(type => type.Methods.SelectMany(Server.Members).OfType<MethodReference>()
                .Where(called => Clocks.Contains(called.DeclaringType.FullName) && called.Name is "get_UtcNow" or "get_Now" or "get_Today")
                .Select(called => $"{Server.Outermost(type).FullName} calls {called.Name}"))
            .Distinct();
        Assert.True(!found.Any(), $"A TimeProvider is injected, so that tests and replays set the time: {string.Join("; ", found)}");
    }

    [Fact]
    public void A_file_is_short_enough_to_read()
        => Assert.All(Repository.Sources,
            source => Assert.True(LinesOf(source.Text) <= LongestFile, $"{source.Path} has {LinesOf(source.Text)} lines; split it."));

    [Fact]
    public void A_method_is_short_enough_to_read()
        => Assert.All(
            Server.Types.SelectMany(type => type.Methods)
                .Where(method => !method.IsConstructor), // Initialisers of fields stand all over a file.
            method => Assert.True(
                Server.LinesOf(method) <= LongestMethod,
                $"{Server.Outermost(method.DeclaringType).FullName}: {method.Name} has {Server.LinesOf(method)} lines; split it."));

    [Fact]
    public void The_program_is_a_contents_page()
        => Assert.True(LinesOf(Repository.Sources.Single(source => source.Path == "Program.cs").Text) < LongestProgram);

    [Fact]
    public void The_number_of_a_log_event_names_one_event()
    {
        var twice = Repository.Sources
            .SelectMany(source => LogEvent.Matches(source.Text).Select(match => (source.Path, Number: match.Groups[1].Value)))
            .GroupBy(logged => logged.Number)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key} in {string.Join(" and ", same.Select(logged => logged.Path))}");
        Assert.Empty(twice);
    }

    [Fact]
    public void No_log_event_takes_an_exception_whole()
        => Assert.All(Repository.Sources, source => Assert.False(
            WholeException.IsMatch(source.Text),
            $"{source.Path} logs an exception with its message, which may quote what is known of a child: log Fault.Describe(exception)."));

    [Theory]
    [InlineData("../shared")]
    [InlineData("/work/")]
    public void No_file_depends_on_a_folder_outside_the_repository(string folder)
        => Assert.All(Repository.Sources,
            source => Assert.False(source.Text.Contains(folder, StringComparison.Ordinal), $"{source.Path} names {folder}"));

    private static int LinesOf(string text) => text.Count(character => character == '\n');
}
