using System.Text;

namespace AgencyGraph.Ledger.Checkpoints;

/// <summary>Another server that keeps what is posted to it.</summary>
internal sealed class HttpWitness(Uri address) : IWitness, IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>It is not asked; it may be told of a checkpoint twice.</summary>
    public Task<long> LastAsync(CancellationToken cancellationToken) => Task.FromResult(0L);

    public async Task TellAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        using var line = new StringContent($"{checkpoint}\n", Encoding.ASCII, "text/plain");
        using var answer = await http.PostAsync(address, line, cancellationToken);
        _ = answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => http.Dispose();
}
