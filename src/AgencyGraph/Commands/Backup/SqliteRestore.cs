using System.Globalization;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Commands.Backup;

/// <summary>
/// Copies a backup beside the database, examines the copy and begins the new history in it; only then it takes the database's place, in
/// one step. Whatever fails before leaves everything as it was.
/// </summary>
internal sealed class SqliteRestore(string source, string database, TimeProvider clock, TextWriter output)
{
    private readonly string prepared = $"{database}.restoring";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(source))
            throw new RestoreRefusedException($"There is no file {source}.");

        using var hold = TakeAlone(database);
        File.Delete(prepared);
        Prepare();
        var (extent, pending) = await BeginAnewAsync(cancellationToken);
        if (!IsSettled(database))
        {
            File.Delete(prepared);
            throw InUse(database);
        }

        var keptAs = $"{database}.before-restore-{clock.UtcInstant().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        var stood = File.Exists(database);
        SqliteFile.Replace(database, by: prepared, keptAs);
        output.WriteLine($"{source} is restored to {database}; examined, and nothing is wrong.");
        if (pending > 0)
            output.WriteLine($"It is of an earlier model: the server brings it to the present one when it starts ({pending} migrations).");
        NewHistory.Tell(output, extent);
        if (stood)
            output.WriteLine($"The database that stood there is kept as {keptAs}. It holds records: delete it when it is no longer needed.");
    }

    /// <exception cref="RestoreRefusedException">A server has it.</exception>
    public static FileHold TakeAlone(string database) => FileHold.TryTakeAlone(database) ?? throw InUse(database);

    /// <summary>Whether no other program has it open either, and the file alone is all of it.</summary>
    public static bool IsSettled(string database) => !File.Exists(database) || SqliteFile.TrySettle(database);

    public static RestoreRefusedException InUse(string database)
        => new($"{database} is in use. Stop the server, and whatever else has it open.");

    private void Prepare()
    {
        try
        {
            SqliteFile.Copy(source, prepared);
        }
        catch (SqliteException)
        {
            Refuse("it is no database, or a broken one");
        }

        if (SqliteFile.FindDamage(prepared) is { } damage)
            Refuse(damage);
    }

    private async Task<(FeedExtent? Extent, int Pending)> BeginAnewAsync(CancellationToken cancellationToken)
    {
        await using var services = CommandStorage.Open(new StorageOptions { SqliteFile = prepared });
        await using var db = await services.GetRequiredService<IDbContextFactory<AgencyDb>>().CreateDbContextAsync(cancellationToken);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = db.Database.GetMigrations().ToList();
        if (applied.Count == 0)
            Refuse("it is no database of an exchange");
        if (applied.Except(known).FirstOrDefault() is { } later)
            Refuse($"it is of a later model than this program knows ({later}): restore it with the version that made it");

        var extent = await FeedEpoch.RenewAsync(db, cancellationToken);
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        await db.Database.CloseConnectionAsync();
        return SqliteFile.TrySettle(prepared) ? (extent, known.Count - applied.Count) : throw new IOException($"{prepared} is in use.");
    }

    private void Refuse(string why)
    {
        SqliteConnection.ClearAllPools();
        File.Delete(prepared);
        throw new RestoreRefusedException($"{source} is not restored: {why}.");
    }
}
