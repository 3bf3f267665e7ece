using System.Globalization;

namespace AgencyGraph.Benchmarks.Machine;

/// <summary>What the kernel says of a process.</summary>
internal static class ProcessFigures
{
    /// <summary>USER_HZ, which Linux fixes for user space.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>The most that was ever resident, in MiB.</summary>
    public static double PeakResidentMiB(int pid) => StatusMiB(pid, "VmHWM:");

    /// <summary>What is resident now, in MiB.</summary>
    public static double ResidentMiB(int pid) => StatusMiB(pid, "VmRSS:");

    /// <summary>What is resident now and not a file's, in MiB.</summary>
    public static double AnonymousMiB(int pid) => StatusMiB(pid, "RssAnon:");

    /// <summary>User and system time so far.</summary>
    public static TimeSpan Cpu(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        // The second field is the command in parentheses, which may itself hold blanks.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    private static double StatusMiB(int pid, string name)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}
