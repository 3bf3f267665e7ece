namespace AgencyGraph.Ledger;

/// <summary>
/// The configuration section <c>Ledger</c>: where the ledger of disclosures is kept, and what vouches for it. With PostgreSQL it is in the same database.
/// </summary>
public sealed class LedgerOptions
{
    /// <summary>The embedded ledger's file; by default beside the records', with the ending <c>.ledger.db</c>.</summary>
    public string? SqliteFile { get; set; }

    /// <summary>
    /// The private key (ECDSA P-256, PEM) with which checkpoints are signed; by default <c>ledger-key.pem</c> in the data folder of the server's user, made at
    /// the first start. Keep it, and a copy of it, apart from the database.
    /// </summary>
    public string? SigningKeyFile { get; set; }

    /// <summary>A file to which each checkpoint is appended: on another machine's disk, or a medium that cannot be rewritten. Null for none.</summary>
    public string? WitnessFile { get; set; }

    /// <summary>An address to which each checkpoint is posted as a line of text. Null for none.</summary>
    public string? WitnessAddress { get; set; }

    /// <summary>A checkpoint is made so long after the last one, where anything has been recorded since.</summary>
    public TimeSpan CheckpointEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A checkpoint is made at once when so many commits have been made since the last one.</summary>
    public int CheckpointCommits { get; set; } = 1_000;

    internal bool AreSane() => CheckpointEvery > TimeSpan.Zero && CheckpointCommits > 0 && (WitnessAddress is null || IsWeb(WitnessAddress));

    private static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttps || parsed.Scheme == Uri.UriSchemeHttp);
}
