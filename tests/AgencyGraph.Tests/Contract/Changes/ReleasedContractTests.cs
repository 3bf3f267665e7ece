using System.Globalization;
using System.Text.RegularExpressions;
using AgencyGraph.Commands.ExportSchema;
using AgencyGraph.Tests.Support;

namespace AgencyGraph.Tests.Contract.Changes;

public sealed partial class ReleasedContractTests
{
    private static readonly string Released = File.ReadAllText(
        Repository.PathOf("tests", "AgencyGraph.Tests", "Contract", "Changes", "released.graphql"));

    private static readonly string ChangeLog = File.ReadAllText(Repository.PathOf("schema", "CHANGELOG.md"));

    [Fact]
    public void A_breaking_change_is_named_in_the_change_log_after_the_release_that_it_breaks()
    {
        var told = string.Concat(Entries(ChangeLog).Where(entry => entry.Date > DateOf(Released)).Select(entry => entry.Text));
        var untold = BreakingChanges.Between(Released, ContractFiles.Print()[ContractFiles.Schema])
            .Where(change => !told.Contains(change, StringComparison.Ordinal));
        Assert.True(
            !untold.Any(),
            "Partners would be broken by these changes. Undo them, or name each to the letter in schema/CHANGELOG.md under a date after "
            + $"{DateOf(Released):yyyy-MM-dd}:\n{string.Join('\n', untold)}");
    }

    [Fact]
    public void The_change_log_tells_of_the_release() => Assert.Contains(DateOf(Released), Entries(ChangeLog).Select(entry => entry.Date));

    [Fact]
    public void The_change_log_is_dated_latest_first()
    {
        var dates = Entries(ChangeLog).Select(entry => entry.Date).ToArray();
        Assert.NotEmpty(dates);
        Assert.Equal(dates.OrderDescending().Distinct(), dates);
    }

    private static DateOnly DateOf(string released)
        => DateOnly.ParseExact(released.Split('\n')[0], "'# Released 'yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<(DateOnly Date, string Text)> Entries(string log)
    {
        var parts = Heading().Split(log);
        for (var i = 1; i + 1 < parts.Length; i += 2)
            yield return (DateOnly.ParseExact(parts[i], "yyyy-MM-dd", CultureInfo.InvariantCulture), parts[i + 1]);
    }

    [GeneratedRegex(@"^## (\d{4}-\d{2}-\d{2})$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
