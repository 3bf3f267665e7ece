using System.Data;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace AgencyGraph.Storage.Postgres;

/// <summary>PostgreSQL's ways: writers side by side, one snapshot a read.</summary>
internal sealed class PostgresEngine : IStorageEngine
{
    /// <summary>Any number, of no other use in this database.</summary>
    private const long MigrationLock = 47_112_026;

    internal static readonly Version OldestSafe = new(15, 0);

    public bool HasOneWriter => false;

    public bool IsBeyondANetwork => true;

    public string? TimeQuestion => "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

    public async Task<ReadSnapshot> BeginReadAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var snapshot = ReadSnapshot.Of(db, transaction);
        try
        {
            _ = await db.Database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY", cancellationToken);
            return snapshot;
        }
        catch
        {
            await snapshot.DisposeAsync();
            throw;
        }
    }

    public async Task<WriteTransaction> BeginWriteAsync(AgencyDb db, CancellationToken cancellationToken)
        => new(await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken));

    public async ValueTask<bool> ExistsAsync(AgencyDb db, string statement, IReadOnlyList<object> values, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of the model's own, and parameters.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Count; i++)
            _ = command.Parameters.Add(new NpgsqlParameter($"p{i}", values[i]));
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    public Task InsertAsync(AgencyDb db, CancellationToken cancellationToken) => db.SaveChangesAsync(cancellationToken);

    /// <summary>
    /// One server at a time: Entity Framework itself holds others off for no longer than one migration, and two would then both begin the next. The lock
    /// is the connection's and goes with it.
    /// </summary>
    public async Task MigrateAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
            await creator.CreateAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            _ = await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            // A connection that is broken has let go of it already; one that goes back to the pool has not.
            if (db.Database.GetDbConnection().State == ConnectionState.Open)
                _ = await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task CheckAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        var number = int.Parse(await db.ReadSettingAsync("SHOW server_version_num", cancellationToken), CultureInfo.InvariantCulture);
        UnsuitableDatabaseException.ThrowIfOlder("PostgreSQL", new Version(number / 10_000, number % 10_000), OldestSafe);
        await RequireAsync(db, "server_encoding", "UTF8", cancellationToken);
        await RequireAsync(db, "fsync", "on", cancellationToken);
        await RequireAsync(db, "full_page_writes", "on", cancellationToken);
        if (await db.ReadSettingAsync("SHOW synchronous_commit", cancellationToken) is "off")
            throw new UnsuitableDatabaseException("PostgreSQL: synchronous_commit is off; what it has confirmed could be lost.");
    }

    /// <summary>Autovacuum does it.</summary>
    public Task RefreshStatisticsAsync(AgencyDb db, CancellationToken cancellationToken) => Task.CompletedTask;

    public bool IsUniqueViolation(DbUpdateException exception)
        => exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public StorageFault FaultOf(Exception exception)
    {
        var causes = exception.Causes().ToList();
        if (causes.OfType<DbUpdateConcurrencyException>().Any())
            return StorageFault.Constraint;
        return causes.OfType<NpgsqlException>().FirstOrDefault() switch
        {
            PostgresException answer => FaultOf(answer.SqlState),
            not null => StorageFault.Unavailable,
            null => causes.Exists(IsOfBrokenConnection) ? StorageFault.Unavailable : StorageFault.None,
        };
    }

    /// <summary>
    /// What the driver lets through without wrapping it: a name that is not resolved, a limit passed; and where the server goes amid a statement, that the
    /// driver itself stumbles over what it has let go already (npgsql/npgsql#1484, #2925). The same from anywhere else is a fault of ours.
    /// </summary>
    private static bool IsOfBrokenConnection(Exception cause)
        => cause is SocketException or TimeoutException or IOException or NullReferenceException or ObjectDisposedException && IsTheDrivers(cause);

    /// <summary>Whether the innermost frame that is not the runtime's own is the driver's.</summary>
    private static bool IsTheDrivers(Exception cause)
        => new StackTrace(cause).GetFrames().Select(frame => frame.GetMethod()?.Module.Assembly)
            .FirstOrDefault(assembly => assembly is not null && !IsRuntime(assembly)) == typeof(NpgsqlConnection).Assembly;

    private static bool IsRuntime(Assembly assembly)
        => assembly == typeof(object).Assembly || assembly.GetName().Name?.StartsWith("System.", StringComparison.Ordinal) == true;

    /// <summary>By class of PostgreSQL's Appendix A: connection, resources, intervention, system; a transaction that may not write.</summary>
    private static StorageFault FaultOf(string sqlState) => sqlState switch
    {
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.ForeignKeyViolation => StorageFault.Constraint,
        PostgresErrorCodes.LockNotAvailable => StorageFault.Contention,
        _ => sqlState[..2] switch
        {
            "40" => StorageFault.Contention,
            "08" or "25" or "53" or "57" or "58" => StorageFault.Unavailable,
            _ => StorageFault.None,
        },
    };

    private static async Task RequireAsync(AgencyDb db, string setting, string expected, CancellationToken cancellationToken)
        => UnsuitableDatabaseException.ThrowIfNot(
            "PostgreSQL", setting, expected, await db.ReadSettingAsync($"SHOW {setting}", cancellationToken));
}
