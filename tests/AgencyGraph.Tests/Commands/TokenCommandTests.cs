using System.Diagnostics;
using AgencyGraph.Commands;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AgencyGraph.Tests.Commands;

public sealed class TokenCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("agencygraph-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Two_processes_that_start_at_once_print_a_token_each_signed_with_one_key()
    {
        string[] args = ["token", "--role", "hub-practitioner", "--role", "social-worker", "--agency", "BUR", "--subject", "jo", "--expires", "90s"];

        var runs = await Task.WhenAll(RunAsync(args), RunAsync(args));

        Assert.All(runs, run => Assert.Equal((ExitCodes.Done, ""), (run.Code, run.Errors)));
        var tokens = runs.Select(run => new JsonWebToken(Assert.Single(run.Output.TrimEnd('\n').Split('\n')))).ToArray();
        Assert.Equal(tokens[0].Kid, tokens[1].Kid);
        Assert.Equal("jo", tokens[0].Subject);
        Assert.Equal(TimeSpan.FromSeconds(90), tokens[0].ValidTo - tokens[0].ValidFrom);
        Assert.Equal(["hub-practitioner", "social-worker"], tokens[0].Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value));
    }

    [Fact]
    public async Task Without_a_folder_for_the_key_the_reason_is_told()
    {
        var file = Path.Combine(folder, "a-file");
        await File.WriteAllTextAsync(file, "");

        var run = await RunAsync(["token", "--role", "inspector", "--agency", "BUR"], dataFolder: file);

        Assert.Equal((ExitCodes.Usage, ""), (run.Code, run.Output));
        Assert.Contains("Check HOME", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_the_server_stops_and_says_why()
    {
        var run = await RunAsync(["--environment=Production", "--Access:DevelopmentIssuer=true"]);

        Assert.Equal((ExitCodes.Usage, ""), (run.Code, run.Output));
        Assert.Contains("Access:DevelopmentIssuer is a development setting", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("council-system, hub-practitioner, hub-lead, social-worker", "token", "--agency", "BUR", "--role", "police-officer")]
    [InlineData("police-system, police-officer, vetting-unit, inspector", "token", "--agency", "greater-manchester", "--role", "social-worker")]
    [InlineData("no role 'nurse'", "token", "--agency", "BUR", "--role", "nurse")]
    [InlineData("no agency 'bur'", "token", "--agency", "bur", "--role", "inspector")]
    [InlineData("at most 30d", "token", "--agency", "BUR", "--role", "inspector", "--expires", "31d")]
    [InlineData("'--agency' is required", "token", "--role", "inspector")]
    [InlineData("tokn", "tokn")]
    public async Task What_cannot_be_done_is_told_with_what_can(string told, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(ExitCodes.Usage, await CommandLine.RunAsync(args, output, errors));
        Assert.Equal("", output.ToString());
        Assert.Contains(told, errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("30m", 1800)]
    [InlineData("8h", 28800)]
    [InlineData("7d", 604800)]
    [InlineData("0s", null)]
    [InlineData("-1h", null)]
    [InlineData("1.5h", null)]
    [InlineData("h", null)]
    [InlineData("8", null)]
    [InlineData("8H", null)]
    [InlineData("99999999d", null)]
    public void A_duration_is_a_whole_number_and_a_unit(string text, int? seconds)
        => Assert.Equal(seconds, Duration.TryParse(text, out var duration) ? (int)duration.TotalSeconds : null);

    private async Task<(int Code, string Output, string Errors)> RunAsync(string[] args, string? dataFolder = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_DATA_HOME"] = dataFolder ?? folder;
        using var process = Process.Start(start)!; // Null only where a shell starts it.
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
