using System.Text;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>
/// The INSERTs of one context, prepared once a transaction: requests that share it save one after the other, each a row or two a table.
/// </summary>
internal sealed class InsertStatements(IUpdateSqlGenerator generator)
{
    private readonly Dictionary<string, InsertStatement> statements = new(StringComparer.Ordinal);
    private Guid? transaction;

    public InsertStatement For(IReadOnlyModificationCommand row, IRelationalConnection connection)
    {
        // The driver ends what is prepared when it closes the connection, which it does with the transaction.
        var current = connection.CurrentTransaction?.TransactionId;
        if (current is null || current != transaction)
            Forget();
        transaction = current;
        if (statements.TryGetValue(row.TableName, out var known) && known.Fits(row.ColumnModifications))
            return known;

        known?.Dispose();
        var text = new StringBuilder();
        _ = generator.AppendInsertOperation(text, row, 0);
        return statements[row.TableName] = new InsertStatement(connection, text.ToString(), row.ColumnModifications);
    }

    private void Forget()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        statements.Clear();
    }
}
