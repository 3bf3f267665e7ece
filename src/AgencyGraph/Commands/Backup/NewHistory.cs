using System.Globalization;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Commands.Backup;

/// <summary>Begins a new history of the feed in a database that nobody has open.</summary>
internal static class NewHistory
{
    private const string Others = """
        SELECT count(*)::int AS "Value" FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
        """;

    private const int Looks = 10;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public static async Task BeginAsync(StorageOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        using var hold = options.PostgresConnectionString is null ? SqliteRestore.TakeAlone(options.SqliteFile) : null;
        if (hold is not null && !SqliteRestore.IsSettled(options.SqliteFile))
            throw SqliteRestore.InUse(options.SqliteFile);

        await using var services = CommandStorage.Open(options);
        await using var db = await services.GetRequiredService<IDbContextFactory<AgencyDb>>().CreateDbContextAsync(cancellationToken);
        // A server that goes on with positions of the former history would leave out what comes to stand at them.
        if (db.Database.IsNpgsql() && !await IsLeftAloneAsync(db, cancellationToken))
            throw new RestoreRefusedException("The database is in use. Stop the servers, and whatever else is connected to it.");
        if (!(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
            throw new RestoreRefusedException("There is no database of an exchange.");

        Tell(output, await FeedEpoch.RenewAsync(db, cancellationToken));
    }

    public static void Tell(TextWriter output, FeedExtent? extent)
    {
        if (extent is null)
        {
            output.WriteLine("Its feed has not begun: there are no cursors to refuse.");
            return;
        }

        var end = extent.LastRecordedAt is { } at ? at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) : "never";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Its feed holds {extent.Entries:N0} entries; the last was recorded at {end}."));
        output.WriteLine("A new history begins there. Cursors made before are answered CURSOR_EPOCH_CHANGED: consumers list, then watch.");
        output.WriteLine("What was acknowledged after that is not in it: those who write send it again, with the same idempotency keys.");
        output.WriteLine("Records that were erased after that are in it again, and are put before their controllers again: have them erased again.");
    }

    /// <summary>A server that has just ended may have connections that PostgreSQL has not let go yet.</summary>
    private static async Task<bool> IsLeftAloneAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        for (var look = 1; await db.Database.SqlQueryRaw<int>(Others).SingleAsync(cancellationToken) > 0; look++)
        {
            if (look == Looks)
                return false;
            await Task.Delay(BetweenLooks, cancellationToken);
        }

        return true;
    }
}
