using System.ComponentModel;
using System.Diagnostics;
using AgencyGraph.Tests.Endurance;

namespace AgencyGraph.Tests.Support;

/// <summary>Runs the scripts of tests/clients. Needs Node 20 and, the first time, an npm registry.</summary>
internal static class NpmClients
{
    public static readonly string Folder = Path.Combine(Root(), "tests", "clients");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(FaultSize.Of(6, 60));
    private static readonly Lazy<Task<string?>> WhatIsMissing = new(InstallAsync);

    /// <summary>The script's tests all pass; otherwise the test fails with their report.</summary>
    public static async Task PassAsync(string script, params (string Name, string Value)[] environment)
    {
        await RequireAsync();
        var (exit, report) = await RunAsync("node", $"--test {script}", environment);
        Assert.True(exit == 0, report);
    }

    /// <summary>The clients are installed; otherwise the test is skipped with the reason.</summary>
    public static async Task RequireAsync()
    {
        if (await WhatIsMissing.Value is { } reason)
            CannotRun.Because(reason);
    }

    private static async Task<string?> InstallAsync()
    {
        if (await RunAsync("node", "--version") is (not 0, _))
            return "Node is not installed.";
        if (IsInstalled())
            return null;

        var (code, output) = await RunAsync("npm", "ci --no-audit --no-fund");
        return code == 0 ? null : $"npm ci failed: {output}";
    }

    private static bool IsInstalled()
    {
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        return installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));
    }

    private static async Task<(int Exit, string Output)> RunAsync(string command, string arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!; // null only for documents opened by the shell
            return await WatchAsync(process);
        }
        catch (Win32Exception missing)
        {
            return (127, missing.Message);
        }
    }

    private static async Task<(int Exit, string Output)> WatchAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, $"{await output}{await errors}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (124, $"Not done after {Patience}.");
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AgencyGraph.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
