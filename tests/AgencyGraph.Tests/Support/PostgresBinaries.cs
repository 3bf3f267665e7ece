namespace AgencyGraph.Tests.Support;

/// <summary>Where PostgreSQL is installed, and how to run it: it refuses to be run by root.</summary>
internal static class PostgresBinaries
{
    private static readonly string[] Users = ["postgres", "nobody"];

    /// <summary>The newest folder with both programs; null when there is none.</summary>
    public static string? Find()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(MajorVersion)
                .Select(version => Path.Combine(version, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return installed.Concat(onPath).FirstOrDefault(
            folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    /// <summary>The words to put before a command; null when this is root and there is nobody else.</summary>
    public static string[]? AsUser()
    {
        if (!Environment.IsPrivilegedProcess)
            return ["env"];

        var known = File.ReadAllLines("/etc/passwd").Select(line => line.Split(':')).ToLookup(fields => fields[0], fields => fields[3]);
        return Users.Where(known.Contains)
            .Select(user => new[] { "setpriv", $"--reuid={user}", $"--regid={known[user].First()}", "--clear-groups" })
            .FirstOrDefault();
    }

    private static int MajorVersion(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;
}
