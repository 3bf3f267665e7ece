using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Contract.Writes;

/// <summary>Finds one request of old by its key: the first thing that every live write does.</summary>
internal static class IdempotencyRecords
{
    private static readonly CompiledQuery<Func<AgencyDb, AgencyCode, Guid, CancellationToken, Task<IdempotencyRecord?>>> ByKey = new(
        () => EF.CompileAsyncQuery((AgencyDb db, AgencyCode agency, Guid key, CancellationToken cancellationToken)
            => db.Set<IdempotencyRecord>().AsNoTracking().SingleOrDefault(record => record.AgencyCode == agency && record.Key == key)));

    private static readonly RowProbe<IdempotencyRecord> Any = new(nameof(IdempotencyRecord.AgencyCode), nameof(IdempotencyRecord.Key));

    public static async Task<IdempotencyRecord?> FindAsync(
        AgencyDb db, IStorageEngine storage, AgencyCode agency, Guid key, CancellationToken cancellationToken)
        => await Any.FindsAsync(storage, db, cancellationToken, agency, key) ? await ByKey.For(db)(db, agency, key, cancellationToken) : null;
}
