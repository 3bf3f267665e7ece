using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Commands;
using AgencyGraph.Tests.Support;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Commands.Hosting;

/// <summary><c>serve</c> as a process of its own, with its own database and key; gone with its folder when disposed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agencygraph-serve-");
    private readonly ConcurrentQueue<string> lines = new();
    private readonly Process process;

    public ServerProcess(params string[] settings)
        : this([], settings)
    {
    }

    /// <param name="under">A program, with its words, that runs the server and looks on.</param>
    /// <param name="settings">Further settings.</param>
    public ServerProcess(string[] under, string[] settings)
    {
        string[] program = [.. under, "dotnet"];
        var start = new ProcessStartInfo(program[0],
            [.. program[1..], typeof(CommandLine).Assembly.Location, "serve", "--urls=http://127.0.0.1:0", $"--Storage:SqliteFile={Database}",
                $"--Access:DevelopmentKeyFile={KeyFile}", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Postgres"] = "";
        process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Database => Path.Combine(folder.FullName, "exchange.db");

    public IReadOnlyCollection<string> Lines => lines;

    private string KeyFile => Path.Combine(folder.FullName, "key.pem");

    /// <summary>Where it listens, once it does.</summary>
    public async Task<Uri> AddressAsync()
    {
        const string words = "Now listening on: ";
        var line = await Eventually(() => lines.FirstOrDefault(each => each.Contains(words, StringComparison.Ordinal)));
        return new Uri(line[(line.IndexOf(words, StringComparison.Ordinal) + words.Length)..].Split('"')[0]);
    }

    public string TokenFor(Role role, string agency)
        => new DevelopmentTokens(DevelopmentKey.Open(KeyFile), TimeProvider.System).Issue([role], new AgencyCode(agency), null, TimeSpan.FromHours(1));

    /// <summary>Sends SIGTERM, as a supervisor does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task<int> ExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
        folder.Delete(recursive: true);
    }

    public static void NeedSignals()
    {
        if (OperatingSystem.IsWindows())
            CannotRun.Because("Windows sends a process no SIGTERM.");
    }

    private async Task<string> Eventually(Func<string?> look)
    {
        using var limit = new CancellationTokenSource(Patience);
        string? found;
        while ((found = look()) is null)
        {
            Assert.False(process.HasExited, string.Join('\n', lines));
            await Task.Delay(20, limit.Token);
        }

        return found;
    }

    private void Keep(string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }
}
