using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Hosting;

/// <summary>Where the records are kept: <c>ConnectionStrings:Postgres</c>, else the file <c>Storage:SqliteFile</c>, else a file in the user's data folder.</summary>
internal static class StorageSettings
{
    public static StorageOptions Read(IConfiguration configuration)
    {
        var postgres = configuration.GetConnectionString("Postgres");
        return string.IsNullOrWhiteSpace(postgres)
            ? new StorageOptions { SqliteFile = configuration["Storage:SqliteFile"] ?? DefaultFile() }
            : new StorageOptions { PostgresConnectionString = postgres };
    }

    private static string DefaultFile()
    {
        var folder = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "AgencyGraph");
        _ = Directory.CreateDirectory(folder);
        return Path.Combine(folder, "agencygraph.db");
    }
}
