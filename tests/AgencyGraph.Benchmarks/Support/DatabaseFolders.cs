namespace AgencyGraph.Tests.Support;

/// <summary>What is measured is measured on the disk.</summary>
internal static class DatabaseFolders
{
    public const string Root = "/tmp";
}
