namespace AgencyGraph.Tests.Support;

/// <summary>
/// Where the databases of tests lie that do not ask what a crash leaves: in memory, where the machine has a file system there, and else on its
/// disk. A test waits for the disk longer than for all else that it does, as each commit and each new PostgreSQL database is synced to it.
/// </summary>
internal static class DatabaseFolders
{
    private const string Shared = "/dev/shm";
    private const long Enough = 4L * 1024 * 1024 * 1024;

    /// <summary>A folder in which every user may make folders.</summary>
    public static string Root { get; } = HasEnough() ? Shared : Path.TrimEndingDirectorySeparator(Path.GetTempPath());

    /// <summary>A folder that only this user can open.</summary>
    public static DirectoryInfo New(string prefix)
    {
        var path = Path.Combine(Root, $"{prefix}{Guid.NewGuid():N}");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static bool HasEnough() => Directory.Exists(Shared) && new DriveInfo(Shared).AvailableFreeSpace >= Enough;
}
