using AgencyGraph.Children;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Retention;

/// <summary>What stands under a legal hold, whoever placed it.</summary>
internal static class StandingHolds
{
    public static Task<bool> HoldAsync(AgencyDb db, KeptRecord record, CancellationToken cancellationToken)
    {
        var ids = record.Ids.ToList();
        return db.Set<LegalHold>().AnyAsync(hold => hold.LiftedAt == null && ids.Contains(hold.RecordId), cancellationToken);
    }
}
