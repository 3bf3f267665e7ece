using System.Diagnostics;

namespace AgencyGraph.Benchmarks.Machine;

/// <summary>The server as it is published: release, compiled ahead for this machine.</summary>
internal static class PublishedServer
{
    /// <returns>The folder that holds it.</returns>
    public static async Task<string> PublishAsync()
    {
        var target = Path.Combine(AppContext.BaseDirectory, "published");
        Console.Error.WriteLine($"publishing to {target}");
        var start = new ProcessStartInfo("dotnet", ["publish", Project(), "-c", "Release", "-r", "linux-x64", "-o", target, "-v", "quiet", "--nologo"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The publisher did not start.");
        var words = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? target : throw new InvalidOperationException($"The server could not be published:\n{words}");
    }

    private static string Project()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var project = Path.Combine(folder.FullName, "src", "AgencyGraph", "AgencyGraph.csproj");
            if (File.Exists(project))
                return project;
        }

        throw new InvalidOperationException("The benchmarks are run from within the source tree.");
    }
}
