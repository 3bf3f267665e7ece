using System.Text.RegularExpressions;
using AgencyGraph.Commands.ExportSchema;
using AgencyGraph.Commands.Hosting.Settings;
using AgencyGraph.Commands.Hosting.Shutdown;
using AgencyGraph.Tests.Support;

namespace AgencyGraph.Tests.Commands.Hosting.Settings;

public sealed class SettingsCatalogueTests
{
    private static readonly Regex Bound = new(@"AddOptions<(\w+)>\(\)\s*\.BindConfiguration\(""(\w+)""");

    private static readonly Regex ReadByName = new(@"onfiguration\[""([^""]+)""\]|\[""([A-Z]\w+:[\w:]+)""\]|(GetConnectionString)\(""(\w+)""\)|""(OTEL_\w+)""");

    [Fact]
    public void Every_options_class_that_is_bound_is_in_the_catalogue_under_its_section()
    {
        var bound = Repository.Sources.SelectMany(source => Bound.Matches(source.Text))
            .Select(match => (Section: match.Groups[2].Value, Shape: match.Groups[1].Value)).ToArray();

        Assert.NotEmpty(bound);
        Assert.Empty(bound.Except(SettingsCatalogue.Sections().Select(section => (section.Name, section.Shape.Name))));
    }

    [Fact]
    public void Every_key_that_is_read_by_its_name_is_on_the_page()
    {
        var page = ConfigurationPage.Print();
        var keys = Repository.Sources.SelectMany(source => ReadByName.Matches(source.Text))
            .Select(match => match.Groups[3].Success
                ? $"ConnectionStrings:{match.Groups[4].Value}"
                : match.Groups.Values.Skip(1).First(group => group.Success).Value)
            .Where(key => !key.StartsWith("Logging:LogLevel", StringComparison.Ordinal) && !key.StartsWith("OTEL_", StringComparison.Ordinal))
            .Distinct().ToArray();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains($"`{key}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_default_is_what_holds_where_nothing_is_written()
    {
        var shutdown = SettingsCatalogue.Sections().Single(section => section.Shape == typeof(ShutdownOptions));

        Assert.Equal(
            [("Shutdown:Notice", "`00:00:05`"), ("Shutdown:Wait", "`00:00:30`")],
            shutdown.Settings.Select(setting => (setting.Key, setting.Default)));
    }
}
