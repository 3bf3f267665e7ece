using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Storage;

/// <summary>Brings a database, new or old, to the present model and reference data; again, too, and from two nodes at once.</summary>
public sealed partial class DatabaseMigrator(
    IDbContextFactory<AgencyDb> databases,
    IStorageEngine engine,
    IEnumerable<IReferenceData> referenceData,
    ILogger<DatabaseMigrator> logger)
{
    private static readonly TimeSpan StatementLimit = TimeSpan.FromMinutes(10);

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            // A statement over a full table takes longer than any of the exchange's own may; a pooled context must not keep the limit.
            var limit = db.Database.GetCommandTimeout();
            db.Database.SetCommandTimeout(StatementLimit);
            // Migrating compares the whole model with the migrations' even where there is nothing to do; a test has done that.
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                await engine.MigrateAsync(db, cancellationToken);
            db.Database.SetCommandTimeout(limit);
        }

        try
        {
            await PutReferenceDataAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (engine.IsUniqueViolation(exception))
        {
            // Another node put the same rows in at the same moment; now that they are there, there is nothing left to do, or little.
            await PutReferenceDataAsync(cancellationToken);
        }
    }

    private async Task PutReferenceDataAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await engine.BeginWriteAsync(db, cancellationToken);
        foreach (var data in referenceData)
            await data.PutAsync(db, cancellationToken);

        var changed = await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        LogReady(changed);
    }

    [LoggerMessage(1001, LogLevel.Information, "The database is at the present model; {Changed} rows of reference data were put right.")]
    private partial void LogReady(int changed);
}
