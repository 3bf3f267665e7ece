namespace AgencyGraph.Storage.Sqlite;

/// <summary>
/// Who has a database file in use: any number of servers together, or one that puts another file in its place, alone. The file system
/// holds the lock beside the database, and it goes with the process, however that ends.
/// </summary>
public sealed class FileHold : IDisposable
{
    private const string Ending = ".serving";

    private readonly FileStream hold;

    private FileHold(FileStream hold) => this.hold = hold;

    /// <summary>For who reads and writes it beside others; null while somebody has it alone.</summary>
    public static FileHold? TryShare(string database) => TryTake(database, FileShare.ReadWrite);

    /// <summary>Null while anybody else has it.</summary>
    public static FileHold? TryTakeAlone(string database) => TryTake(database, FileShare.None);

    public void Dispose() => hold.Dispose();

    private static FileHold? TryTake(string database, FileShare share)
    {
        var path = Path.GetFullPath(database) + Ending;
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        try
        {
            return new FileHold(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
