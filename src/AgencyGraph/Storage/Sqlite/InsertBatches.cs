using Microsoft.EntityFrameworkCore.Update;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>Makes batches in which rows that are only added go to the database by prepared statements.</summary>
internal sealed class InsertBatches(ModificationCommandBatchFactoryDependencies dependencies) : IModificationCommandBatchFactory
{
    private readonly InsertStatements statements = new(dependencies.UpdateSqlGenerator);

    public ModificationCommandBatch Create() => new InsertBatch(dependencies, statements);
}
