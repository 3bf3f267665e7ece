using AgencyGraph.Storage;
using AgencyGraph.Storage.Sqlite;

namespace AgencyGraph.Commands.Hosting;

/// <summary>Holds the embedded database's file from before the first statement to the end, so that no restore takes it from under the server.</summary>
internal sealed class DatabaseHold(StorageOptions options) : IDisposable
{
    private FileHold? hold;

    /// <exception cref="IOException">A restore is putting another file in its place.</exception>
    public void Take()
    {
        if (options.PostgresConnectionString is null)
            hold = FileHold.TryShare(options.SqliteFile) ?? throw new IOException($"{options.SqliteFile} is being restored. Start again when that is done.");
    }

    public void Dispose() => hold?.Dispose();
}
