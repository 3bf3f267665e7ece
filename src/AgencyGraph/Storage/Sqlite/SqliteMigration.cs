using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>
/// EF Core marks a running migration of SQLite with a row, which a killed process leaves behind and every later start would then wait
/// for, for ever. So the file system holds the lock (it goes with the process), and a row found under it is a dead one's.
/// </summary>
internal static class SqliteMigration
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        var file = db.Database.GetDbConnection().DataSource;
        _ = Directory.CreateDirectory(Path.GetDirectoryName(file) ?? ".");
        await using var turn = await WaitForTurnAsync(file + ".migrating", cancellationToken);
        if (File.Exists(file))
            await ForgetDeadRowAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private static async Task ForgetDeadRowAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        const string Tables = "SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (await db.Database.SqlQueryRaw<int>(Tables).SingleAsync(cancellationToken) > 0)
            _ = await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
    }

    private static async Task<FileStream> WaitForTurnAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
