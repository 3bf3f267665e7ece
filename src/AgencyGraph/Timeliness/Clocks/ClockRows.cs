using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Timeliness.Clocks;

/// <summary>Puts the clocks into the database, where deadlines refer to them.</summary>
internal sealed class ClockRows(ClockCatalogue catalogue) : IReferenceData
{
    public async Task PutAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        if (await db.HoldsAllAsync(catalogue.All, cancellationToken))
            return;

        var known = await db.Set<Clock>().AsTracking().ToDictionaryAsync(clock => clock.Key, cancellationToken);
        foreach (var clock in catalogue.All)
        {
            if (known.GetValueOrDefault(clock.Key) is { } row)
                db.Entry(row).CurrentValues.SetValues(clock);
            else
                db.NewRows.Add(clock);
        }
    }
}
