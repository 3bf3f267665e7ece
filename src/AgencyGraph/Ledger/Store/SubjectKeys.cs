using System.Data.Common;
using System.Security.Cryptography;

namespace AgencyGraph.Ledger.Store;

/// <summary>The keys of pseudonyms, in their table, and beside them the pseudonyms that they make: with a key both go.</summary>
internal static class SubjectKeys
{
    private const int KeyBytes = 32;
    private const int MostAtOnce = 200;

    /// <summary>The keys of these children, made where there are none. Where another server was first, its key stands.</summary>
    public static async Task<Dictionary<Guid, byte[]>> EnsureAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyCollection<Guid> children, CancellationToken cancellationToken)
    {
        var keys = await ReadAsync(connection, transaction, children, cancellationToken);
        var missing = children.Where(child => !keys.ContainsKey(child)).ToArray();
        if (missing.Length == 0)
            return keys;

        await InsertAsync(
            connection, transaction, "ledger_keys (child, pseudonym_key)", [.. missing.Select(child => (Bytes(child), RandomNumberGenerator.GetBytes(KeyBytes)))],
            cancellationToken);
        var made = await ReadAsync(connection, transaction, missing, cancellationToken);
        await NameAsync(connection, transaction, made, cancellationToken);
        foreach (var (child, key) in made)
            keys[child] = key;
        return keys;
    }

    /// <summary>The children of pseudonyms.</summary>
    public static Task<Dictionary<Guid, Guid>> ChildrenOfAsync(DbConnection connection, IReadOnlyCollection<Guid> pseudonyms, CancellationToken cancellationToken)
        => FindAsync(
            connection, null, names => $"SELECT pseudonym, child FROM ledger_subjects WHERE pseudonym IN ({names})", pseudonyms, row => IdOf(row[1]), cancellationToken);

    /// <summary>Names some of the children whose keys were made before there were names beside them. False where there are none left.</summary>
    public static async Task<bool> NameSomeAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var unnamed = await LedgerCommand.ListAsync(
            connection, transaction,
            "SELECT k.child, k.pseudonym_key FROM ledger_keys k WHERE NOT EXISTS (SELECT 1 FROM ledger_subjects s WHERE s.child = k.child) LIMIT @most",
            row => (Child: IdOf(row[0]), Key: (byte[])row[1]), cancellationToken, ("most", MostAtOnce));
        await NameAsync(connection, transaction, unnamed.ToDictionary(key => key.Child, key => key.Key), cancellationToken);
        return unnamed.Count > 0;
    }

    public static async Task<bool> DestroyAsync(DbConnection connection, DbTransaction transaction, Guid child, CancellationToken cancellationToken)
    {
        _ = await LedgerCommand.RunAsync(connection, transaction, "DELETE FROM ledger_subjects WHERE child = @child", cancellationToken, ("child", Bytes(child)));
        return await LedgerCommand.RunAsync(connection, transaction, "DELETE FROM ledger_keys WHERE child = @child", cancellationToken, ("child", Bytes(child))) > 0;
    }

    private static Task<Dictionary<Guid, byte[]>> ReadAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyCollection<Guid> children, CancellationToken cancellationToken)
        => FindAsync(
            connection, transaction, names => $"SELECT child, pseudonym_key FROM ledger_keys WHERE child IN ({names})", children, row => (byte[])row[1], cancellationToken);

    private static Task NameAsync(DbConnection connection, DbTransaction transaction, Dictionary<Guid, byte[]> keys, CancellationToken cancellationToken)
        => InsertAsync(
            connection, transaction, "ledger_subjects (pseudonym, child)", [.. keys.Select(key => (Bytes(Pseudonyms.Of(key.Key, key.Value)), Bytes(key.Key)))],
            cancellationToken);

    private static async Task InsertAsync(
        DbConnection connection, DbTransaction transaction, string table, IReadOnlyCollection<(byte[] First, byte[] Second)> pairs, CancellationToken cancellationToken)
    {
        foreach (var some in pairs.Chunk(MostAtOnce))
        {
            var parameters = some.SelectMany((pair, i) => new (string, object)[] { ($"a{i}", pair.First), ($"b{i}", pair.Second) }).ToArray();
            var rows = string.Join(", ", some.Select((_, i) => $"(@a{i}, @b{i})"));
            _ = await LedgerCommand.RunAsync(
                connection, transaction, $"INSERT INTO {table} VALUES {rows} ON CONFLICT DO NOTHING", cancellationToken, parameters);
        }
    }

    private static async Task<Dictionary<Guid, T>> FindAsync<T>(
        DbConnection connection, DbTransaction? transaction, Func<string, string> statement, IReadOnlyCollection<Guid> ids, Func<DbDataReader, T> read,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, T>();
        foreach (var some in ids.Chunk(MostAtOnce))
        {
            var parameters = some.Select((id, i) => ($"c{i}", (object)Bytes(id))).ToArray();
            var names = string.Join(", ", parameters.Select(parameter => "@" + parameter.Item1));
            foreach (var (id, value) in await LedgerCommand.ListAsync(
                connection, transaction, statement(names), row => (IdOf(row[0]), read(row)), cancellationToken, parameters))
                found[id] = value;
        }

        return found;
    }

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private static Guid IdOf(object bytes) => new((byte[])bytes, bigEndian: true);
}
