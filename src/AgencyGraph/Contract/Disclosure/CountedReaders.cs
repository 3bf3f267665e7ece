using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Disclosure;

/// <summary>The hour of each reader, by agency and subject; whose hour is idle is forgotten.</summary>
internal sealed class CountedReaders<THour>(TimeProvider clock)
    where THour : CountedHour, new()
{
    private const long MinutesBetweenSweeps = 10;

    private readonly ConcurrentDictionary<string, THour> hours = new(StringComparer.Ordinal);
    private readonly long startedAt = clock.GetTimestamp();
    private long sweptAt;

    public long Minute => (long)clock.GetElapsedTime(startedAt).TotalMinutes;

    /// <summary>By which an operator finds, among the subjects that they know, the one that an alert is about; the log names nobody.</summary>
    public static string PseudonymOf(Caller caller) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(caller.WorkerHolder)))[..16];

    public THour Of(Caller caller, long minute)
    {
        if (minute - Interlocked.Read(ref sweptAt) >= MinutesBetweenSweeps)
            Sweep(minute);
        return hours.GetOrAdd(caller.WorkerHolder, static _ => new THour());
    }

    private void Sweep(long minute)
    {
        _ = Interlocked.Exchange(ref sweptAt, minute);
        foreach (var (holder, hour) in hours)
        {
            if (hour.IsIdle(minute))
                _ = hours.TryRemove(holder, out _);
        }
    }
}
