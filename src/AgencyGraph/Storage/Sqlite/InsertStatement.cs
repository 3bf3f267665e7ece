using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>One table's INSERT: the driver keeps it prepared as long as its text stays.</summary>
internal sealed class InsertStatement : IDisposable
{
    private readonly DbCommand command;
    private readonly string[] columnNames;

    /// <param name="text">As Entity Framework writes it for <paramref name="columns"/>, whose parameters' names it keeps.</param>
    public InsertStatement(IRelationalConnection connection, string text, IReadOnlyList<IColumnModification> columns)
    {
        columnNames = [.. columns.Select(column => column.ColumnName)];
        command = connection.DbConnection.CreateCommand();
        command.Transaction = connection.CurrentTransaction?.GetDbTransaction();
        if (connection.CommandTimeout is { } seconds)
            command.CommandTimeout = seconds;
#pragma warning disable CA2100 // Names of the model's own, and parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var column in columns)
            _ = command.Parameters.Add(MappingOf(column).CreateParameter(command, "@" + column.ParameterName, null, column.IsNullable));
    }

    public bool Fits(IReadOnlyList<IColumnModification> columns)
    {
        if (columns.Count != columnNames.Length)
            return false;

        for (var i = 0; i < columnNames.Length; i++)
        {
            if (!string.Equals(columns[i].ColumnName, columnNames[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    public void Run(IReadOnlyList<IColumnModification> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var value = columns[i].Value;
            command.Parameters[i].Value = (MappingOf(columns[i]).Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }

        _ = command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();

    private static RelationalTypeMapping MappingOf(IColumnModification column)
        => column.TypeMapping ?? throw new InvalidOperationException($"{column.ColumnName} has no type.");
}
