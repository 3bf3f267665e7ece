using System.Text.RegularExpressions;

namespace AgencyGraph.Tests.Endurance;

/// <summary>What a process asked of the system, as strace saw it: writes to the log of an SQLite database, syncs of it, and answers.</summary>
internal sealed partial class SyncTrace
{
    private readonly HashSet<string> syncing = [];
    private bool hasWritten;
    private bool hasSynced;

    /// <summary>How strace is to be called; what it traces follows.</summary>
    public static string[] Strace(string file)
        => ["strace", "-f", "-y", "-qq", "-s", "4096", "-e", "trace=pwrite64,write,writev,sendmsg,sendto,fsync,fdatasync", "-o", file];

    /// <summary>Answers that went out after their bytes were written to the log and synced.</summary>
    public int Safe { get; private set; }

    /// <summary>Answers that went out before.</summary>
    public int Unsafe { get; private set; }

    public static SyncTrace Read(string file, string answer)
    {
        var trace = new SyncTrace();
        foreach (var line in File.ReadLines(file))
            trace.Take(line, answer);
        return trace;
    }

    private void Take(string line, string answer)
    {
        var thread = line.Split(' ', 2)[0];
        if (LogWrite().IsMatch(line))
            (hasWritten, hasSynced) = (true, false);
        else if (LogSync().IsMatch(line) && !line.Contains(" = 0", StringComparison.Ordinal))
            _ = syncing.Add(thread);
        else if (LogSync().IsMatch(line) || (line.Contains("sync resumed>) = 0", StringComparison.Ordinal) && syncing.Remove(thread)))
            hasSynced = hasWritten;
        else if (Answer().IsMatch(line) && line.Contains(answer, StringComparison.Ordinal))
            Count();
    }

    private void Count()
    {
        if (hasSynced)
            Safe++;
        else
            Unsafe++;
        (hasWritten, hasSynced) = (false, false);
    }

    [GeneratedRegex(@"^\d+ +pwrite64\(\d+<[^>]*-wal>")]
    private static partial Regex LogWrite();

    [GeneratedRegex(@"^\d+ +f(data)?sync\(\d+<[^>]*-wal>")]
    private static partial Regex LogSync();

    [GeneratedRegex(@"^\d+ +(sendmsg|sendto|write|writev)\(")]
    private static partial Regex Answer();
}
