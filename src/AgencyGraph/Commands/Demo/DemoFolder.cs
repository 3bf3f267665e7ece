using Microsoft.Data.Sqlite;

namespace AgencyGraph.Commands.Demo;

/// <summary>Where the demonstration's database lies: a folder that was named and is kept, or a fresh one that goes at the end.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly bool isKept;

    private DemoFolder(string path, bool isKept) => (Path, this.isKept) = (path, isKept);

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "agencygraph.db");

    /// <summary>What becomes of it.</summary>
    public string Ending => isKept ? $"Stopped. The database stays in {Path}" : "Stopped. The database is deleted.";

    public static DemoFolder Open(string? named)
        => named is null
            ? new DemoFolder(Directory.CreateTempSubdirectory("agencygraph-demo-").FullName, isKept: false)
            : new DemoFolder(Directory.CreateDirectory(named).FullName, isKept: true);

    public void Dispose()
    {
        if (isKept)
            return;
        SqliteConnection.ClearAllPools(); // Windows deletes no file that a pooled connection still holds.
        Directory.Delete(Path, recursive: true);
    }
}
