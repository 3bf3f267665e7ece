using System.Security.Cryptography;
using AgencyGraph.Storage;
using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Access;

/// <summary>This machine's own signing key for development, kept in a file that only its user can read and shared by all their processes.</summary>
public sealed class DevelopmentKey
{
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
            return new DevelopmentKey(PrivateKeyFile.Open(path));
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
}
