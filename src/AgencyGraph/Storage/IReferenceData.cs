namespace AgencyGraph.Storage;

/// <summary>Rows that the exchange itself brings along, written at every start; writing them again changes nothing.</summary>
public interface IReferenceData
{
    /// <summary>Adds what is missing and corrects what differs, in <paramref name="db"/>; does not save.</summary>
    Task PutAsync(AgencyDb db, CancellationToken cancellationToken);
}
