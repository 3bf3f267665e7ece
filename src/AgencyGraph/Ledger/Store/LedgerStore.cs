using System.Data;
using System.Data.Common;
using AgencyGraph.Ledger.Checkpoints;

namespace AgencyGraph.Ledger.Store;

/// <summary>The ledger in tables to which rows are only added; but for the keys, which can be destroyed.</summary>
internal sealed class LedgerStore(ILedgerConnections connections) : ILedgerStore, IDisposable
{
    private const string Group = "position, written_at, body, hash";

    /// <summary>The writers of this server go one after the other; SQLite's would sleep and look again.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _ = await WriteAsync(
            (connection, transaction) => LedgerCommand.RunAsync(connection, transaction, connections.Dialect.Tables, cancellationToken), cancellationToken);
        while (await WriteAsync((connection, transaction) => SubjectKeys.NameSomeAsync(connection, transaction, cancellationToken), cancellationToken))
            continue;
    }

    public Task<LedgerGroup> AppendAsync(
        IReadOnlyCollection<Guid> children, Func<IReadOnlyDictionary<Guid, byte[]>, ReadOnlyMemory<byte>> bodyOf, DateTime at, CancellationToken cancellationToken)
        => WriteAsync(async (connection, transaction) =>
        {
            var body = bodyOf(await SubjectKeys.EnsureAsync(connection, transaction, children, cancellationToken));
            var last = await LedgerCommand.ListAsync(
                connection, transaction, "SELECT position, hash FROM ledger_groups ORDER BY position DESC LIMIT 1", PlaceOf, cancellationToken);
            var (position, before) = last is [var head] ? head : (0, Chain.Start);
            var writtenAt = (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
            var bytes = body.ToArray();
            var group = new LedgerGroup(position + 1, writtenAt, bytes, Chain.Hash(before, position + 1, writtenAt, bytes));
            _ = await LedgerCommand.RunAsync(
                connection, transaction, $"INSERT INTO ledger_groups ({Group}) VALUES (@position, @at, @body, @hash)", cancellationToken,
                ("position", group.Position), ("at", group.WrittenAt), ("body", group.Body), ("hash", group.Hash));
            return group;
        }, cancellationToken);

    public Task<IReadOnlyList<LedgerGroup>> ReadAsync(long after, int most, CancellationToken cancellationToken)
        => ListAsync($"SELECT {Group} FROM ledger_groups WHERE position > @bound ORDER BY position LIMIT @most", GroupOf, after, most, cancellationToken);

    public Task<IReadOnlyList<LedgerGroup>> ReadBackAsync(long before, int most, CancellationToken cancellationToken)
        => ListAsync($"SELECT {Group} FROM ledger_groups WHERE position < @bound ORDER BY position DESC LIMIT @most", GroupOf, before, most, cancellationToken);

    public Task<IReadOnlyList<(long Position, byte[] Hash)>> HashesAsync(long after, int most, CancellationToken cancellationToken)
        => ListAsync("SELECT position, hash FROM ledger_groups WHERE position > @bound ORDER BY position LIMIT @most", PlaceOf, after, most, cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, Guid>> ChildrenOfAsync(IReadOnlyCollection<Guid> pseudonyms, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        return await SubjectKeys.ChildrenOfAsync(connection, pseudonyms, cancellationToken);
    }

    public Task<bool> DestroyKeyAsync(Guid child, CancellationToken cancellationToken)
        => WriteAsync((connection, transaction) => SubjectKeys.DestroyAsync(connection, transaction, child, cancellationToken), cancellationToken);

    public Task AddCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
        => WriteAsync((connection, transaction) => LedgerCommand.RunAsync(
            connection, transaction,
            "INSERT INTO ledger_checkpoints (position, made_at, root, key_id, signature) VALUES (@position, @at, @root, @key, @signature) ON CONFLICT DO NOTHING",
            cancellationToken, ("position", checkpoint.Position), ("at", checkpoint.MadeAt), ("root", checkpoint.Root), ("key", checkpoint.KeyId),
            ("signature", checkpoint.Signature)), cancellationToken);

    public async Task<IReadOnlyList<Checkpoint>> CheckpointsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        return await LedgerCommand.ListAsync(
            connection, null, "SELECT position, made_at, root, key_id, signature FROM ledger_checkpoints ORDER BY position",
            row => new Checkpoint(row.GetInt64(0), row.GetInt64(1), (byte[])row[2], row.GetString(3), (byte[])row[4]), cancellationToken);
    }

    public void Dispose() => turn.Dispose();

    private static LedgerGroup GroupOf(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1), (byte[])row[2], (byte[])row[3]);

    private static (long Position, byte[] Hash) PlaceOf(DbDataReader row) => (row.GetInt64(0), (byte[])row[1]);

    private async Task<IReadOnlyList<T>> ListAsync<T>(string statement, Func<DbDataReader, T> read, long bound, int most, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        return await LedgerCommand.ListAsync(connection, null, statement, read, cancellationToken, ("bound", bound), ("most", most));
    }

    private async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await connections.OpenAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            if (connections.Dialect.Lock is { } statement)
                _ = await LedgerCommand.RunAsync(connection, transaction, statement, cancellationToken);
            var written = await write(connection, transaction);
            await transaction.CommitAsync(cancellationToken);
            return written;
        }
        finally
        {
            _ = turn.Release();
        }
    }
}
