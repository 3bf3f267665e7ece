using System.Collections.Concurrent;
using AgencyGraph.Visibility;

namespace AgencyGraph.Upkeep;

/// <summary>
/// What a server does again and again beside what it is asked. Whatever fault it meets, the store's or our own, is logged and the work tried again:
/// it takes nothing else down. Where it lasts, the server is not ready.
/// </summary>
internal sealed partial class RecurringWork(TimeProvider clock, ILogger<RecurringWork> log)
{
    /// <summary>A fault that has lasted so long is seen by whoever asks for the server's health.</summary>
    public static readonly TimeSpan LastingAfter = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, long> failingSince = new();

    /// <summary>Whether some of it has failed for long, each time that it was tried.</summary>
    public bool IsLastingFault => failingSince.Values.Any(since => clock.GetElapsedTime(since) >= LastingAfter);

    /// <param name="name">As the log and nobody else calls it.</param>
    /// <param name="beginsAtOnce">Whether it is done for the first time now, and not after the first interval.</param>
    public async Task RunAsync(
        string name, TimeSpan every, Func<CancellationToken, Task> work, CancellationToken stoppingToken, bool beginsAtOnce = false)
    {
        using var timer = new PeriodicTimer(every, clock);
        for (var isDue = beginsAtOnce || await timer.WaitForNextTickAsync(stoppingToken); isDue; isDue = await timer.WaitForNextTickAsync(stoppingToken))
            await OutlastAsync(name, every < LongestWait ? every : LongestWait, work, stoppingToken);
    }

    private async Task OutlastAsync(string name, TimeSpan longestWait, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await work(stoppingToken);
                _ = failingSince.TryRemove(name, out _);
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                _ = failingSince.TryAdd(name, clock.GetTimestamp());
                LogFailed(name, failures, Fault.Describe(exception));
            }

            await Task.Delay(BackOff.After(failures, longestWait), clock, stoppingToken);
        }
    }

    [LoggerMessage(5050, LogLevel.Error, "Work beside the requests, {Name}, failed {Failures} times in a row. It is tried again: {Cause}")]
    private partial void LogFailed(string name, int failures, string cause);
}
