namespace AgencyGraph.Benchmarks.Limit;

/// <summary>The benchmark's reads as one would write them by hand. An answer is valid until the next read.</summary>
internal interface ILimitReads : IDisposable
{
    /// <summary>Q1.</summary>
    ValueTask<ReadOnlyMemory<byte>> ChildAsync(Guid id, string council);

    /// <summary>Q2.</summary>
    ValueTask<ReadOnlyMemory<byte>> ChildrenAsync(string council);
}
