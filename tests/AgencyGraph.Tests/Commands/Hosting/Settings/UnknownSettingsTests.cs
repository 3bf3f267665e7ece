using AgencyGraph.Commands;

namespace AgencyGraph.Tests.Commands.Hosting.Settings;

public sealed class UnknownSettingsTests
{
    [Theory]
    [InlineData("Transport:MaxOperation", "Transport:MaxOperations")]
    [InlineData("Storage:SqlFile", "Storage:SqliteFile")]
    [InlineData("ConnectionStrings:Postgre", "ConnectionStrings:Postgres")]
    [InlineData("Access:RoleClaim:1", "Access:RoleClaims:0")]
    [InlineData("Access:SenderConstrained:Role:0", "Access:SenderConstrained:Roles:0")]
    public async Task A_misspelt_setting_keeps_the_server_from_starting_and_the_nearest_is_named(string written, string nearest)
    {
        using var errors = new StringWriter();

        Assert.Equal(ExitCodes.Usage, await CommandLine.RunAsync(["serve", $"--{written}=x"], TextWriter.Null, errors));

        Assert.Contains($"{written} is no setting. The nearest is {nearest}.", errors.ToString(), StringComparison.Ordinal);
    }
}
