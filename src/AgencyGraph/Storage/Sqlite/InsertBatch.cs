using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>
/// Rows to add, however many: a table's statement is written and prepared once and run for each of its rows. The provider's own batch,
/// which writes and prepares one for every row, takes whatever is no plain addition.
/// </summary>
internal sealed class InsertBatch(ModificationCommandBatchFactoryDependencies dependencies, InsertStatements statements) : ModificationCommandBatch
{
    private readonly List<IReadOnlyModificationCommand> rows = [];
    private SingularModificationCommandBatch? other;
    private bool areMoreExpected;

    public override IReadOnlyList<IReadOnlyModificationCommand> ModificationCommands => other?.ModificationCommands ?? rows;

    public override bool RequiresTransaction => other?.RequiresTransaction ?? rows.Count > 1;

    public override bool AreMoreBatchesExpected => other?.AreMoreBatchesExpected ?? areMoreExpected;

    public override bool TryAddCommand(IReadOnlyModificationCommand modificationCommand)
    {
        if (other is not null)
            return other.TryAddCommand(modificationCommand);

        if (IsPlainAddition(modificationCommand))
        {
            rows.Add(modificationCommand);
            return true;
        }

        if (rows.Count > 0)
            return false;
        other = new SingularModificationCommandBatch(dependencies);
        return other.TryAddCommand(modificationCommand);
    }

    public override void Complete(bool moreBatchesExpected)
    {
        areMoreExpected = moreBatchesExpected;
        other?.Complete(moreBatchesExpected);
    }

    public override void Execute(IRelationalConnection connection)
    {
        if (other is not null)
            other.Execute(connection);
        else
            Insert(connection);
    }

    public override Task ExecuteAsync(IRelationalConnection connection, CancellationToken cancellationToken = default)
    {
        if (other is not null)
            return other.ExecuteAsync(connection, cancellationToken);

        // SQLite has no asynchronous calls; the driver's would only pretend.
        cancellationToken.ThrowIfCancellationRequested();
        Insert(connection);
        return Task.CompletedTask;
    }

    private static bool IsPlainAddition(IReadOnlyModificationCommand command)
        => command.EntityState == EntityState.Added && command.StoreStoredProcedure is null
            && command.ColumnModifications.All(column => column is { IsWrite: true, IsRead: false, UseCurrentValueParameter: true, JsonPath: null });

    private void Insert(IRelationalConnection connection)
    {
        foreach (var row in rows)
            Insert(row, statements.For(row, connection));
    }

    private static void Insert(IReadOnlyModificationCommand row, InsertStatement statement)
    {
        try
        {
            statement.Run(row.ColumnModifications);
        }
        catch (DbException failure)
        {
            throw new DbUpdateException("A row could not be added.", failure, row.Entries);
        }
    }
}
