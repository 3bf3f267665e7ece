using System.Data.Common;

namespace AgencyGraph.Ledger.Store;

/// <summary>The ledger's statements, which both databases understand.</summary>
internal static class LedgerCommand
{
    public static DbCommand Of(DbConnection connection, DbTransaction? transaction, string statement, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants, with parameters.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            _ = command.Parameters.Add(parameter);
        }

        return command;
    }

    public static async Task<int> RunAsync(
        DbConnection connection, DbTransaction? transaction, string statement, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await using var command = Of(connection, transaction, statement, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        DbConnection connection, DbTransaction? transaction, string statement, Func<DbDataReader, T> read, CancellationToken cancellationToken,
        params (string Name, object Value)[] parameters)
    {
        await using var command = Of(connection, transaction, statement, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }
}
