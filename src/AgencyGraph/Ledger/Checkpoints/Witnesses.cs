using AgencyGraph.Ledger.Store;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Ledger.Checkpoints;

/// <summary>All that are to be told of checkpoints; each is told of those that it does not have yet, in their order.</summary>
internal sealed class Witnesses(IOptions<LedgerOptions> options, ILedgerStore store) : IDisposable
{
    private readonly List<Told> told = [.. Of(options.Value).Select(witness => new Told(witness))];

    /// <exception cref="IOException">One of them could not be told; the next time it is told all that it missed.</exception>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (told.Count == 0)
            return;
        var checkpoints = await store.CheckpointsAsync(cancellationToken);
        foreach (var one in told)
        {
            one.UpTo ??= await one.Witness.LastAsync(cancellationToken);
            foreach (var checkpoint in checkpoints.Where(checkpoint => checkpoint.Position > one.UpTo))
            {
                await one.Witness.TellAsync(checkpoint, cancellationToken);
                one.UpTo = checkpoint.Position;
            }
        }
    }

    public void Dispose()
    {
        foreach (var one in told)
            (one.Witness as IDisposable)?.Dispose();
    }

    private static IEnumerable<IWitness> Of(LedgerOptions options)
    {
        if (options.WitnessFile is { } file)
            yield return new FileWitness(file);
        if (options.WitnessAddress is { } address)
            yield return new HttpWitness(new Uri(address));
    }

    private sealed class Told(IWitness witness)
    {
        public IWitness Witness => witness;

        /// <summary>Null before it was asked.</summary>
        public long? UpTo { get; set; }
    }
}
