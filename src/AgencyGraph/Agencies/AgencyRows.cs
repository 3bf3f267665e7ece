using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Agencies;

/// <summary>Puts the directory into the database, where records refer to it.</summary>
internal sealed class AgencyRows(AgencyDirectory directory) : IReferenceData
{
    public async Task PutAsync(AgencyDb db, CancellationToken cancellationToken)
    {
        if (await db.HoldsAllAsync(directory.All, cancellationToken))
            return;

        var known = await db.Set<Agency>().ToDictionaryAsync(agency => agency.Code, cancellationToken);
        foreach (var agency in directory.All)
        {
            // A row of its own: EF would tie the directory's agencies to each other, and to this context.
            var row = known.GetValueOrDefault(agency.Code)
                ?? db.Add(new Agency { Code = agency.Code, Kind = agency.Kind, Name = agency.Name }).Entity;
            var contact = row.Contact;
            db.Entry(row).CurrentValues.SetValues(agency);
            row.Contact = contact;
        }
    }
}
