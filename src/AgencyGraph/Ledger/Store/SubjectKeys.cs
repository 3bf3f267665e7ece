using System.Data.Common;
using System.Security.Cryptography;

namespace AgencyGraph.Ledger.Store;

/// <summary>The keys of pseudonyms, in their table.</summary>
internal static class SubjectKeys
{
    private const int KeyBytes = 32;
    private const int MostAtOnce = 200;

    public static async Task<Dictionary<Guid, byte[]>> ReadAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyCollection<Guid> children, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, byte[]>();
        foreach (var some in children.Chunk(MostAtOnce))
        {
            var parameters = some.Select((child, i) => ($"c{i}", (object)child.ToByteArray(bigEndian: true))).ToArray();
            var names = string.Join(", ", parameters.Select(parameter => "@" + parameter.Item1));
            foreach (var (child, key) in await LedgerCommand.ListAsync(
                connection, transaction, $"SELECT child, pseudonym_key FROM ledger_keys WHERE child IN ({names})",
                row => (new Guid((byte[])row[0], bigEndian: true), (byte[])row[1]), cancellationToken, parameters))
                found[child] = key;
        }

        return found;
    }

    /// <summary>Where another server was first, its key stands.</summary>
    public static async Task<Dictionary<Guid, byte[]>> MakeAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyCollection<Guid> children, CancellationToken cancellationToken)
    {
        foreach (var some in children.Chunk(MostAtOnce))
        {
            var parameters = some.SelectMany((child, i) => new (string, object)[]
            {
                ($"c{i}", child.ToByteArray(bigEndian: true)), ($"k{i}", RandomNumberGenerator.GetBytes(KeyBytes)),
            }).ToArray();
            var rows = string.Join(", ", some.Select((_, i) => $"(@c{i}, @k{i})"));
            _ = await LedgerCommand.RunAsync(
                connection, transaction, $"INSERT INTO ledger_keys (child, pseudonym_key) VALUES {rows} ON CONFLICT DO NOTHING", cancellationToken, parameters);
        }

        return await ReadAsync(connection, transaction, children, cancellationToken);
    }
}
