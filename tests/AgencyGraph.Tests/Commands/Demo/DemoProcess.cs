using System.Diagnostics;
using System.Globalization;
using System.Text;
using AgencyGraph.Commands;

namespace AgencyGraph.Tests.Commands.Demo;

/// <summary><c>demo</c> as a process of its own, with its own folders for temporary files and for the key.</summary>
internal sealed class DemoProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agencygraph-test-");
    private readonly StringBuilder output = new();
    private readonly Process process;

    public DemoProcess(params string[] args)
    {
        string[] program = IsInterruptIgnored() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(program[0], [.. program[1..], typeof(CommandLine).Assembly.Location, "demo", .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = folder.FullName;
        start.Environment["XDG_DATA_HOME"] = Path.Combine(folder.FullName, "data");
        start.Environment["ConnectionStrings__Postgres"] = "Host=192.0.2.1;Timeout=1"; // Never to be used, whatever the machine is set to.
        Clock = Stopwatch.StartNew();
        process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
    }

    /// <summary>Since the process was started.</summary>
    public Stopwatch Clock { get; }

    /// <summary>For how long its threads could have run and the machine had no processor for them.</summary>
    public TimeSpan Held()
    {
        var threads = $"/proc/{process.Id}/task";
        return Directory.Exists(threads)
            ? TimeSpan.FromMicroseconds(Directory.GetDirectories(threads).Sum(thread => HeldFor(Path.Combine(thread, "schedstat"))) / 1_000)
            : TimeSpan.Zero;
    }

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>The databases that it has not taken away.</summary>
    public IReadOnlyList<string> Folders => [.. folder.GetDirectories("agencygraph-demo-*").Select(each => each.FullName)];

    /// <summary>What stands between the two words on one line of the output, as soon as there is such a line.</summary>
    public async Task<string> FindAsync(string before, string after)
    {
        while (Clock.Elapsed < Patience)
        {
            foreach (var line in Output.Split('\n'))
            {
                var start = line.IndexOf(before, StringComparison.Ordinal);
                var end = start < 0 ? -1 : line.IndexOf(after, start + before.Length, StringComparison.Ordinal);
                if (end >= 0)
                    return line[(start + before.Length)..end];
            }

            if (process.HasExited)
                break;
            await Task.Delay(20);
        }

        throw new InvalidOperationException($"'{before}' was not printed:\n{Output}\n{(process.HasExited ? await process.StandardError.ReadToEndAsync() : "")}");
    }

    /// <summary>Sends SIGINT, as Ctrl-C does.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task<(int Code, string Errors)> EndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var errors = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static long HeldFor(string statistics)
    {
        try
        {
            return long.Parse(File.ReadAllText(statistics).Split(' ')[1], CultureInfo.InvariantCulture); // In nanoseconds.
        }
        catch (IOException)
        {
            return 0; // The thread has ended.
        }
    }

    /// <summary>What a shell runs in the background ignores Ctrl-C, and whatever that starts would as well.</summary>
    private static bool IsInterruptIgnored()
    {
        const string status = "/proc/self/status", ignored = "SigIgn:";
        const ulong interrupt = 1 << 1; // SIGINT is the second.
        return File.Exists(status) && File.ReadLines(status).Any(line => line.StartsWith(ignored, StringComparison.Ordinal)
            && (ulong.Parse(line.AsSpan(ignored.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & interrupt) != 0);
    }

    private void Keep(string? line)
    {
        lock (output)
            _ = output.Append(line).Append('\n');
    }
}
