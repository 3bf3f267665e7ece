namespace AgencyGraph.Ledger.Store;

/// <summary>What the ledger's statements spell differently in the two databases.</summary>
/// <param name="Bytes">The type of bytes.</param>
/// <param name="Number">The type of a whole number of 64 bits that can be a table's own order.</param>
/// <param name="Lock">Held to the end of a transaction, so that one server at a time adds to the chain; null where beginning to write is that already.</param>
internal sealed record LedgerDialect(string Bytes, string Number, string? Lock)
{
    /// <summary>Named by chance, for no other program to hold.</summary>
    private const long LockNumber = 4_736_210_557_213_904_117;

    public static LedgerDialect Sqlite { get; } = new("BLOB", "INTEGER", null);

    public static LedgerDialect Postgres { get; } = new("bytea", "bigint", $"SELECT pg_advisory_xact_lock({LockNumber})");

    public string Tables => $"""
        CREATE TABLE IF NOT EXISTS ledger_groups (position {Number} PRIMARY KEY, written_at {Number} NOT NULL, body {Bytes} NOT NULL, hash {Bytes} NOT NULL);
        CREATE TABLE IF NOT EXISTS ledger_keys (child {Bytes} PRIMARY KEY, pseudonym_key {Bytes} NOT NULL);
        CREATE TABLE IF NOT EXISTS ledger_subjects (pseudonym {Bytes} PRIMARY KEY, child {Bytes} NOT NULL UNIQUE);
        CREATE TABLE IF NOT EXISTS ledger_checkpoints (
            position {Number} PRIMARY KEY, made_at {Number} NOT NULL, root {Bytes} NOT NULL, key_id text NOT NULL, signature {Bytes} NOT NULL);
        """;
}
