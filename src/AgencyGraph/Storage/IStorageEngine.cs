using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Storage;

/// <summary>What differs between the two databases, and nothing else.</summary>
public interface IStorageEngine
{
    /// <summary>Whether writers wait for each other, so that those who wait had better share a commit.</summary>
    bool HasOneWriter { get; }

    /// <summary>Whether a network, which can part it from this server, lies before it.</summary>
    bool IsBeyondANetwork { get; }

    /// <summary>Begins a snapshot, taken with the first statement: all that <paramref name="db"/> then reads is of one instant.</summary>
    Task<ReadSnapshot> BeginReadAsync(AgencyDb db, CancellationToken cancellationToken);

    /// <summary>
    /// Begins a write. SQLite has one writer: the others wait here, in their order, and a second write begun inside the first waits
    /// for ever. PostgreSQL's writers run side by side (READ COMMITTED).
    /// </summary>
    Task<WriteTransaction> BeginWriteAsync(AgencyDb db, CancellationToken cancellationToken);

    /// <summary>Whether a statement gives a row, on the context's open connection and in its transaction. It is kept prepared.</summary>
    /// <param name="values">As the database keeps them, for the parameters <c>@p0</c> and on.</param>
    ValueTask<bool> ExistsAsync(AgencyDb db, string statement, IReadOnlyList<object> values, CancellationToken cancellationToken);

    /// <summary>
    /// Adds the new rows of a context that has nothing else to save, each after those to which it refers. They are not tracked: the
    /// context is not to meet them again.
    /// </summary>
    /// <exception cref="DbUpdateException">A row was in the way.</exception>
    Task InsertAsync(AgencyDb db, CancellationToken cancellationToken);

    /// <summary>Brings the database to the present model, creating it if need be.</summary>
    Task MigrateAsync(AgencyDb db, CancellationToken cancellationToken);

    /// <summary>Whether the database can be trusted with the records.</summary>
    /// <exception cref="UnsuitableDatabaseException">It is too old, or set so that what it has confirmed could be lost.</exception>
    Task CheckAsync(AgencyDb db, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for the database's time in microseconds since 1970; null where there is no clock but this machine's, which no other server could contradict.
    /// </summary>
    string? TimeQuestion { get; }

    /// <summary>Lets the database see how its data lie, where it does not look by itself.</summary>
    Task RefreshStatisticsAsync(AgencyDb db, CancellationToken cancellationToken);

    /// <summary>Whether it failed because a row with the same unique key exists.</summary>
    bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>Whether it failed for a reason of the database's (gone, busy, full, read-only) and not of the caller's.</summary>
    bool IsUnavailable(Exception exception) => FaultOf(exception) is StorageFault.Contention or StorageFault.Unavailable;

    /// <summary>Why it failed, by the database's own code, wherever among its causes that stands.</summary>
    StorageFault FaultOf(Exception exception);
}
