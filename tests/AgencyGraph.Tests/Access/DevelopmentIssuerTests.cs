using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Commands;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Access;

public sealed class DevelopmentIssuerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("agencygraph-").FullName;

    private string KeyFile => Path.Combine(folder, "keys", "development-key.pem");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_server_in_development_believes_its_own_tokens()
    {
        await using var server = ServerHost.Build(["--environment=Development", $"--Access:DevelopmentKeyFile={KeyFile}"]);
        var token = server.Services.GetRequiredService<DevelopmentTokens>()
            .Issue([Role.HubPractitioner], new AgencyCode("BUR"), "jo", TimeSpan.FromHours(1));

        var bearer = await server.Services.GetRequiredService<ITokenValidator>().ValidateAsync(token, CancellationToken.None);
        var result = server.Services.GetRequiredService<SignIn>().As(bearer, null);

        Assert.Equal("jo", result.SignedIn?.Subject);
        Assert.InRange(result.SignedIn!.ExpiresAt - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task All_who_start_at_once_share_one_key()
    {
        for (var round = 0; round < 25; round++)
        {
            var file = Path.Combine(folder, $"{round}", "development-key.pem");
            using var start = new Barrier(8);
            var opened = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return DevelopmentKey.Open(file).Key.KeyId;
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default));

            _ = Assert.Single((await Task.WhenAll(opened)).Distinct());
            Assert.Equal([file, file + ".lock"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(file)!).Order()); // It has a folder.
        }
    }

    [SkippableFact]
    public void Only_its_user_can_read_the_key()
    {
        if (OperatingSystem.IsWindows())
            throw new SkipException("Windows has no Unix file modes.");
        _ = DevelopmentKey.Open(KeyFile);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));

        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", Assert.Throws<AccessSettingsException>(() => DevelopmentKey.Open(KeyFile)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "Access:DevelopmentIssuer is a development setting", "--Access:DevelopmentIssuer=true")]
    [InlineData("Production", "Access:DevelopmentKeyFile is a development setting", "--Access:DevelopmentKeyFile=/tmp/key")]
    [InlineData("Production", "Access:Issuer names the development issuer", "--Access:Issuer=https://development.agencygraph.invalid/")]
    [InlineData("Production", "Access:Authority must be an https address", "--Access:Authority=http://127.0.0.1:9")]
    [InlineData("Production", "Access:Authority is required")]
    [InlineData("Production", "Access:Issuer is required", "--Access:Authority=https://login.example")]
    [InlineData("Production", "Access:Audience is required", "--Access:Authority=https://login.example")]
    [InlineData("Staging", "Access:Authority is required")]
    [InlineData("Staging", "Access:DevelopmentIssuer is a development setting", "--Access:DevelopmentIssuer=true")]
    [InlineData("Development", "Access:Authority must be an https address", "--Access:Authority=http://login.example")]
    [InlineData("Development", "Access:Algorithms may name only", "--Access:Algorithms:0=HS256")]
    [InlineData("Development", "Access:Algorithms may name only", "--Access:Algorithms:0=none")]
    [InlineData("Development", "Access:Audience", "--Access:Audiance=agencygraph")]
    public void A_server_does_not_start_with_unsafe_settings_and_says_why(string environment, string reason, params string[] settings)
    {
        var refusal = Assert.Throws<AccessSettingsException>(() => ServerHost.Build([$"--environment={environment}", .. settings]));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }
}
