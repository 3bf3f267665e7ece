using AgencyGraph.Commands;
using AgencyGraph.Tests.Support;

namespace AgencyGraph.Tests.Commands.Backup;

/// <summary>A verb of the command line, run as the shell runs it on a test's database.</summary>
internal sealed record ACommand(int Exit, string Output, string Errors)
{
    public static async Task<ACommand> RunAsync(TestDatabase database, params string[] words)
    {
        var where = database.Options.PostgresConnectionString is { } postgres
            ? $"--ConnectionStrings:Postgres={postgres}"
            : $"--Storage:SqliteFile={database.Options.SqliteFile}";
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await CommandLine.RunAsync([.. words, where], output, errors);
        return new ACommand(exit, output.ToString(), errors.ToString());
    }

    public void Succeeds() => Assert.True(Exit == ExitCodes.Done, $"{Exit}: {Output}{Errors}");

    public void IsRefused(string because)
    {
        Assert.Equal(ExitCodes.Usage, Exit);
        Assert.Contains(because, Errors, StringComparison.Ordinal);
    }
}
