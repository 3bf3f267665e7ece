using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Access;

/// <summary>This machine's own signing key for development, kept in a file that only its user can read and shared by all their processes.</summary>
public sealed class DevelopmentKey
{
    private const UnixFileMode OnlyTheUser = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private DevelopmentKey(ECDsa key)
    {
        Key = new ECDsaSecurityKey(key);
        Key.KeyId = Base64UrlEncoder.Encode(Key.ComputeJwkThumbprint());
    }

    internal ECDsaSecurityKey Key { get; }

    /// <summary>Reads the key, and makes it first where there is none.</summary>
    /// <param name="file">Where it is kept; null for the user's data folder.</param>
    /// <exception cref="AccessSettingsException">The file cannot be read or made, or others can read it.</exception>
    public static DevelopmentKey Open(string? file = null)
    {
        var path = file ?? DefaultFile();
        try
        {
            if (!File.Exists(path))
                Create(path);
            return Read(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new AccessSettingsException(
                $"The development signing key {path} cannot be read or made ({failure.Message}). Check HOME (or XDG_DATA_HOME) and the file.", failure);
        }
    }

    private static string DefaultFile()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.IsPathRooted(folder)
            ? Path.Combine(folder, "AgencyGraph", "development-key.pem")
            : throw new AccessSettingsException("There is no folder for the development signing key: set HOME (or XDG_DATA_HOME).");
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

    private static DevelopmentKey Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OnlyTheUser) != 0)
            throw new AccessSettingsException($"Others may read or change the development signing key: chmod 600 {path}");
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return new DevelopmentKey(key);
    }
}
