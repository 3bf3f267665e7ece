namespace AgencyGraph.Benchmarks.Machine;

/// <summary>Looks at a process's memory ten times a second, until it is disposed.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource stop = new();
    private readonly Task looking;

    public MemoryWatch(int pid) => looking = LookAsync(pid);

    /// <summary>The most that was resident and not a file's, in MiB.</summary>
    public double PeakAnonymousMiB { get; private set; }

    /// <summary>The most that was resident at all, in MiB.</summary>
    public double PeakResidentMiB { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await looking;
        stop.Dispose();
    }

    private async Task LookAsync(int pid)
    {
        while (!stop.IsCancellationRequested)
        {
            if (!TryLook(pid))
                return;
            await Task.Delay(Interval, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool TryLook(int pid)
    {
        try
        {
            PeakAnonymousMiB = Math.Max(PeakAnonymousMiB, ProcessFigures.AnonymousMiB(pid));
            PeakResidentMiB = Math.Max(PeakResidentMiB, ProcessFigures.PeakResidentMiB(pid));
            return true;
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            return false; // It has ended; a process that has ended has no memory lines.
        }
    }
}
