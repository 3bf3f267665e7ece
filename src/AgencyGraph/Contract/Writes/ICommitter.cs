namespace AgencyGraph.Contract.Writes;

/// <summary>Commits write requests, each by itself or several in one transaction.</summary>
public interface ICommitter
{
    /// <summary>When this is done the work is committed. If it throws, nothing of the work is left.</summary>
    Task CommitAsync(WriteWork work, CancellationToken cancellationToken);
}
