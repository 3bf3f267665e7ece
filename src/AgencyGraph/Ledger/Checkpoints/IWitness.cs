namespace AgencyGraph.Ledger.Checkpoints;

/// <summary>Somebody apart from the database who remembers checkpoints, so that none can be made again differently, or be taken back.</summary>
internal interface IWitness
{
    /// <summary>The position of the last checkpoint that it is known to have; 0 where that is not known, or there is none.</summary>
    Task<long> LastAsync(CancellationToken cancellationToken);

    Task TellAsync(Checkpoint checkpoint, CancellationToken cancellationToken);
}
