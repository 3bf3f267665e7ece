using System.Diagnostics;

namespace AgencyGraph.Benchmarks.Machine;

/// <summary>This program again, as a server of its own process that says where it listens.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process process;

    private ChildProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public int Pid => process.Id;

    public static async Task<ChildProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ChildProcess).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
                return new ChildProcess(process, new Uri(line[Listening.Length..]));
        }

        throw new InvalidOperationException($"{arguments[0]} ended before it listened.");
    }

    /// <summary>Puts a question on one line, to a process that answers on one.</summary>
    public async Task<string> AskAsync(string question)
    {
        await process.StandardInput.WriteLineAsync(question);
        return await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The process ended and did not answer.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
