namespace AgencyGraph.Storage;

/// <summary>PostgreSQL where its connection string is given, else the embedded SQLite file. No record: it must not print itself.</summary>
public sealed class StorageOptions
{
    /// <summary>Null means the embedded database.</summary>
    public string? PostgresConnectionString { get; init; }

    public string SqliteFile { get; init; } = "agencygraph.db";
}
