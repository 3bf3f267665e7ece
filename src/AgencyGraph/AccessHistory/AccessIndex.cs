namespace AgencyGraph.AccessHistory;

/// <summary>Up to where the ledger has been read into the history of accesses. One row.</summary>
public sealed class AccessIndex
{
    public const int OnlyId = 1;

    public required int Id { get; init; }

    /// <summary>The position of the last group of the ledger that was read; 0 for none.</summary>
    public required long Position { get; init; }
}
