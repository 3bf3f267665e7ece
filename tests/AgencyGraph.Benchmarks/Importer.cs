using System.CommandLine;
using System.Diagnostics;
using AgencyGraph.Benchmarks.Data;
using AgencyGraph.Benchmarks.Machine;
using AgencyGraph.Commands.Import;

namespace AgencyGraph.Benchmarks;

/// <summary>The import command in a process of its own, so that its memory is its own.</summary>
internal static class Importer
{
    public const string Verb = "importer";

    /// <summary>Run in the process of its own.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand { ImportCommand.Create(_ => throw new InvalidOperationException("The token is given."), TimeProvider.System) };
        return root.Parse(["import", .. args]).InvokeAsync();
    }

    /// <returns>How long the process ran, and its peak memory in MiB.</returns>
    public static async Task<(TimeSpan Took, double PeakMiB)> ImportAsync(string extract, Uri exchange, string token)
    {
        var clock = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet",
        [
            typeof(Importer).Assembly.Location, Verb, "--force", GreaterManchester.Force, "--url", exchange.ToString(), extract,
        ])
        { RedirectStandardOutput = true };
        start.Environment[ImportCommand.TokenVariable] = token;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The importer did not start.");
        var watch = new MemoryWatch(process.Id);
        var words = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await watch.DisposeAsync();
        return process.ExitCode == (int)ImportExit.AllIn
            ? (clock.Elapsed, watch.PeakResidentMiB)
            : throw new InvalidOperationException($"The import ended with {process.ExitCode}:\n{words}");
    }
}
