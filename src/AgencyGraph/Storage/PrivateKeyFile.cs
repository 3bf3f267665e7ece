using System.Security.Cryptography;

namespace AgencyGraph.Storage;

/// <summary>A signing key (ECDSA, P-256) in a file that only its user can read, shared by all their processes.</summary>
public static class PrivateKeyFile
{
    private const UnixFileMode OnlyTheUser = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key, and makes it first where there is none.</summary>
    /// <exception cref="IOException">The file cannot be read or made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be, or others may read or change it.</exception>
    /// <exception cref="ArgumentException">It holds no key.</exception>
    public static ECDsa Open(string path)
    {
        if (!File.Exists(path))
            Create(path);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OnlyTheUser) != 0)
            throw new UnauthorizedAccessException($"Others may read or change it: chmod 600 {path}");
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    private static void Create(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!; // A file's full path has a folder.
        if (OperatingSystem.IsWindows())
            _ = Directory.CreateDirectory(folder);
        else
            _ = Directory.CreateDirectory(folder, OnlyTheUser | UnixFileMode.UserExecute);

        using var turn = WaitForTurn(path + ".lock");
        if (File.Exists(path))
            return;
        // Written whole under another name first: nobody reads half a key, and a process that dies leaves none.
        var draft = Path.Combine(folder, $".{Path.GetRandomFileName()}");
        WriteNewKey(draft);
        File.Move(draft, path);
    }

    // Of the processes that start at once, one makes the key. Moving without replacing would not do: it looks first and moves then.
    // The lock ends with its holder; the empty file stays, because whoever deleted it could take it from under the next.
    private static FileStream WaitForTurn(string file)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 250 && File.Exists(file))
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(20));
            }
        }
    }

    private static void WriteNewKey(string draft)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OnlyTheUser;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var writer = new StreamWriter(draft, options);
        writer.Write(key.ExportPkcs8PrivateKeyPem());
    }
}
