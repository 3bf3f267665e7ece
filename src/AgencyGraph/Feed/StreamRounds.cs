using AgencyGraph.Upkeep;

namespace AgencyGraph.Feed;

/// <summary>Goes round the open streams each second, so that none needs a timer of its own.</summary>
internal sealed partial class StreamRounds(
    OpenStreams streams, DatabaseContact contact, SpareThreads threads, RecurringWork recurring, ILogger<StreamRounds> log) : BackgroundService
{
    /// <summary>
    /// So many rounds in a row without an answer of the database end the streams: 15 s. They are counted, so that a server that itself stood still
    /// ends none.
    /// </summary>
    public const int HopelessAfter = 15;

    /// <summary>Before the driver gives up what it waits for.</summary>
    private const int SilentAfter = 2;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private long answers;
    private int silent;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => recurring.RunAsync("stream rounds", Interval, _ => GoRound(), stoppingToken);

    private Task GoRound()
    {
        var heard = contact.Answers;
        silent = heard == answers ? silent + 1 : 0;
        answers = heard;
        threads.Keep(silent >= SilentAfter);
        var isHopeless = silent >= HopelessAfter;
        var count = 0;
        foreach (var stream in streams.All)
        {
            if (isHopeless)
                stream.End(StreamEnd.DatabaseSilent);
            else
                stream.Look();
            count++;
        }

        if (isHopeless && count > 0)
            DatabaseSilent(log, count, silent);
        contact.Wake();
        return Task.CompletedTask;
    }

    [LoggerMessage(5040, LogLevel.Error, "{Count} streams are ended: the database has not answered for {Seconds} s. Their cursors stay good.")]
    private static partial void DatabaseSilent(ILogger log, int count, int seconds);
}
