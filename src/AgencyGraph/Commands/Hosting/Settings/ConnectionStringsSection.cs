namespace AgencyGraph.Commands.Hosting.Settings;

/// <summary>The configuration section <c>ConnectionStrings</c>: the database.</summary>
internal sealed class ConnectionStringsSection
{
    /// <summary>PostgreSQL; any number of servers may share one. Without it the records are in an SQLite file.</summary>
    public string? Postgres { get; set; }
}
