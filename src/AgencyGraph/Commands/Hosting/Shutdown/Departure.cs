namespace AgencyGraph.Commands.Hosting.Shutdown;

/// <summary>Whether the server has been told to stop.</summary>
internal sealed class Departure(IHostApplicationLifetime application)
{
    private int begun;

    public bool HasBegun => Volatile.Read(ref begun) != 0 || application.ApplicationStopping.IsCancellationRequested;

    /// <returns>False when it had begun before.</returns>
    public bool Begin() => Interlocked.Exchange(ref begun, 1) == 0;
}
