using System.Security.Cryptography;
using AgencyGraph.Storage;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Ledger.Checkpoints;

/// <summary>The key that checkpoints are signed with. It is in a file, and never in the database that it vouches for.</summary>
internal sealed class CheckpointKey(IOptions<LedgerOptions> options) : IDisposable
{
    private readonly Lazy<ECDsa> key = new(() => PrivateKeyFile.Open(options.Value.SigningKeyFile ?? DefaultFile()));

    public static string DefaultFile() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "AgencyGraph", "ledger-key.pem");

    /// <summary>SHA-256 of the public key, in hexadecimal digits.</summary>
    public static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    public Checkpoint Sign(long position, DateTime at, byte[] root)
    {
        var madeAt = (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        return new Checkpoint(
            position, madeAt, root, IdOf(key.Value), key.Value.SignData(Checkpoint.Signed(position, madeAt, root), HashAlgorithmName.SHA256));
    }

    public void Dispose()
    {
        if (key.IsValueCreated)
            key.Value.Dispose();
    }
}
