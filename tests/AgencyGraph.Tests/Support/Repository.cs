namespace AgencyGraph.Tests.Support;

/// <summary>The files of the repository that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Every source file of the server as (path below its folder, text); not what a tool wrote.</summary>
    public static IReadOnlyList<(string Path, string Text)> Sources { get; } = [.. FilesUnder(PathOf("src", "AgencyGraph"))];

    private static IEnumerable<(string Path, string Text)> FilesUnder(string folder)
        => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(source => !source.Path.Split('/').Any(part => part is "bin" or "obj" or "Migrations"))
            .OrderBy(source => source.Path, StringComparer.Ordinal)
            .Select(source => (source.Path, File.ReadAllText(source.File)));

    private static string Find(DirectoryInfo folder)
        => File.Exists(Path.Combine(folder.FullName, "AgencyGraph.sln"))
            ? folder.FullName
            : Find(folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository."));
}
