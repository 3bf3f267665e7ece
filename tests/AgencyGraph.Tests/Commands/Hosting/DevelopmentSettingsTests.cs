using AgencyGraph.Access;
using AgencyGraph.Commands;

namespace AgencyGraph.Tests.Commands.Hosting;

/// <summary>A server with a setting that is for Development does not start anywhere else.</summary>
public sealed class DevelopmentSettingsTests
{
    private static readonly string[] Sound =
        ["--Access:Authority=https://issuer.example", "--Access:Issuer=https://issuer.example", "--Access:Audience=agencygraph", "--Storage:SqliteFile=/nowhere/db"];

    [Theory]
    [InlineData("--DetailedErrors=true")]
    [InlineData("--Access:DevelopmentIssuer=true")]
    [InlineData("--Access:DevelopmentKeyFile=/tmp/key")]
    [InlineData("--ConnectionStrings:Postgres=Host=nowhere;Include Error Detail=true")]
    [InlineData("--ConnectionStrings:Postgres=Host=nowhere;Include Failed Batched Command=true")]
    public async Task A_development_setting_stops_the_start(string setting)
    {
        foreach (var environment in new[] { "Production", "Staging" })
        {
            var refusal = await Assert.ThrowsAsync<AccessSettingsException>(
                async () => await ServerHost.Build([$"--environment={environment}", .. Sound, setting]).DisposeAsync());
            Assert.Contains($"The server does not start in {environment}", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--DocumentAccess:AreFree=true", "DocumentAccess:AreFree")]
    [InlineData("--DocumentAccess:IsIntrospectable=true", "DocumentAccess:IsIntrospectable")]
    public async Task The_command_says_which_setting_it_was(string setting, string named)
    {
        using var errors = new StringWriter();
        Assert.Equal(ExitCodes.Usage, await CommandLine.RunAsync(["serve", "--environment=Production", "--urls=http://127.0.0.1:0", .. Sound, setting], TextWriter.Null, errors));
        Assert.Contains(named, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_one_the_parts_fit_together()
        => await ServerHost.Build(["--environment=Production", .. Sound]).DisposeAsync();
}
