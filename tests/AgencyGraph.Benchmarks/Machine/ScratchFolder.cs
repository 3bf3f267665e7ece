namespace AgencyGraph.Benchmarks.Machine;

/// <summary>A folder for one run, gone with it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agencygraph-bench-");

    public string KeyFile => File("development-key.pem");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
