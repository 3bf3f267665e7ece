using System.Collections.Concurrent;
using System.Diagnostics;

namespace AgencyGraph.Tests.Endurance;

/// <summary>
/// Holds what was measured to a promise in seconds. A machine that itself stood still in the meantime is forgiven for as long as it did.
/// </summary>
internal sealed class Promptness : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<TimeSpan>> measured = new();
    private readonly CancellationTokenSource end = new();
    private readonly Task watching;

    public Promptness() => watching = Task.Run(WatchAsync);

    /// <summary>The longest time for which nothing moved on this machine.</summary>
    private TimeSpan Standstill { get; set; }

    public void Add(string what, TimeSpan took) => measured.GetOrAdd(what, _ => []).Add(took > TimeSpan.Zero ? took : TimeSpan.Zero);

    /// <summary>Of each kind there are so many, none longer than 2 s and 99 of 100 within 1 s.</summary>
    /// <returns>What was measured, to be printed.</returns>
    public IEnumerable<string> Keeps(int each, params IReadOnlyCollection<string> kinds)
        => Keeps(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), each, kinds);

    /// <summary>Of each kind there are so many, and none is longer than the limit.</summary>
    /// <returns>What was measured, to be printed.</returns>
    public IEnumerable<string> KeepsWithin(TimeSpan limit, int each, params IReadOnlyCollection<string> kinds) => Keeps(limit, limit, each, kinds);

    private IEnumerable<string> Keeps(TimeSpan atMost, TimeSpan usually, int each, IReadOnlyCollection<string> kinds)
    {
        foreach (var kind in kinds)
        {
            var took = measured[kind].Order().ToList();
            Assert.Equal(each, took.Count);
            var (usual, longest) = (took[(int)Math.Ceiling(0.99 * each) - 1], took[^1]);
            var words = $"{kind}: p99 {usual.TotalMilliseconds:0} ms, longest {longest.TotalMilliseconds:0} ms, standstill {Standstill.TotalMilliseconds:0} ms";
            Assert.True(longest <= atMost + Standstill, words);
            Assert.True(usual <= usually + Standstill, words);
            yield return words;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await watching;
        end.Dispose();
    }

    private async Task WatchAsync()
    {
        var beat = TimeSpan.FromMilliseconds(20);
        while (!end.IsCancellationRequested)
        {
            var before = Stopwatch.GetTimestamp();
            await Task.Delay(beat, CancellationToken.None);
            var stood = Stopwatch.GetElapsedTime(before) - beat;
            Standstill = stood > Standstill ? stood : Standstill;
        }
    }
}
