namespace AgencyGraph.Ledger.Checkpoints;

/// <summary>A file to which checkpoints are only appended, a line each.</summary>
internal sealed class FileWitness(string file) : IWitness
{
    public static async Task<IReadOnlyList<string>> ReadAsync(string file, CancellationToken cancellationToken)
        => File.Exists(file) ? await File.ReadAllLinesAsync(file, cancellationToken) : [];

    public async Task<long> LastAsync(CancellationToken cancellationToken)
        => (await ReadAsync(file, cancellationToken)).Select(Checkpoint.Parse).LastOrDefault(checkpoint => checkpoint is not null)?.Position ?? 0;

    public async Task TellAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read);
        await using var writer = new StreamWriter(stream) { NewLine = "\n" };
        await writer.WriteLineAsync(checkpoint.ToString().AsMemory(), cancellationToken);
        await writer.FlushAsync(cancellationToken);
        stream.Flush(flushToDisk: true);
    }
}
