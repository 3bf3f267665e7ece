namespace AgencyGraph.Commands.Hosting.Settings;

/// <summary>The configuration section <c>Storage</c>: the embedded database.</summary>
internal sealed class StorageSection
{
    /// <summary>The file of the embedded database; by default <c>agencygraph.db</c> in the data folder of the server's user.</summary>
    public string? SqliteFile { get; set; }
}
