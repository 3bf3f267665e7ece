using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyGraph.Storage;

/// <summary>
/// Whether rows are in their table already, as they are, without a query of Entity Framework, whose first one costs a start a good part
/// of its time. For small tables: all of it is read.
/// </summary>
internal static class HeldRows
{
    /// <summary>Whether all of them are. False also where a column is one that cannot be told by its text: the rows are then looked at one by one.</summary>
    public static async Task<bool> HoldsAllAsync<TEntity>(this AgencyDb db, IEnumerable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        var table = new TableRows(db.Model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is no entity."));
        var held = await ReadAsync(db, table, cancellationToken);
        return rows.All(row => held.Contains(Line(table.ValuesOf(row))));
    }

    private static async Task<HashSet<string>> ReadAsync(AgencyDb db, TableRows table, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names of the model's own.
        command.CommandText = $"SELECT {string.Join(", ", table.ColumnNames.Select(name => $"\"{name}\""))} FROM \"{table.Table}\"";
#pragma warning restore CA2100
        var held = new HashSet<string>(StringComparer.Ordinal);
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            var values = new object?[table.ColumnNames.Count];
            while (await reader.ReadAsync(cancellationToken))
            {
                _ = reader.GetValues(values!);
                _ = held.Add(Line(values));
            }
        }

        await db.Database.CloseConnectionAsync();
        return held;
    }

    /// <summary>Null is not the empty text.</summary>
    private static string Line(object?[] values)
        => string.Join('\u001f', values.Select(value => value switch
        {
            null or DBNull => "\0",
            string text => text,
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        }));
}
