using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>Adds rows by statements that are derived from the model once and stay prepared.</summary>
internal sealed class SqliteInserts(KeptStatements statements)
{
    private readonly ConditionalWeakTable<IModel, IReadOnlyList<TableInsert>> tables = [];

    public void Run(AgencyDb db)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        try
        {
            foreach (var table in tables.GetValue(db.Model, static model => [.. TableRows.InOrder(model).Select(TableInsert.Of)]))
            {
                foreach (var row in db.NewRows.Of(table.Rows.Row))
                    Run(statements.On(connection, table.Text), table.Rows.ValuesOf(row));
            }
        }
        catch (SqliteException failure)
        {
            throw new DbUpdateException("A row could not be added.", failure);
        }

        db.NewRows.Clear();
    }

    private static void Run(RawStatement insert, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
            insert.Bind(i + 1, values[i]);
        _ = insert.Run();
    }

    private sealed record TableInsert(TableRows Rows, string Text)
    {
        public static TableInsert Of(TableRows rows)
            => new(rows, $"INSERT INTO \"{rows.Table}\" ({string.Join(", ", rows.ColumnNames.Select(name => $"\"{name}\""))}) "
                + $"VALUES ({string.Join(", ", rows.ColumnNames.Select(_ => "?"))})");
    }
}
