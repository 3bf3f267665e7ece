using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Storage;

/// <summary>Asks the database what time it is, and puts this server's clock right.</summary>
public sealed partial class ClockComparison(
    IDbContextFactory<AgencyDb> databases, IStorageEngine engine, SharedClock clock, ILogger<ClockComparison> log)
{
    /// <summary>A clock that was wrong by more is told of: somebody should look at the machine's.</summary>
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (engine.TimeQuestion is not { } question)
            return;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var askedAt = clock.GetTimestamp();
        var microseconds = long.Parse(await db.ReadSettingAsync(question, cancellationToken), CultureInfo.InvariantCulture);
        var wrong = clock.Heed(askedAt, DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds));
        await db.Database.CloseConnectionAsync();
        if (wrong.Duration() > Tolerated)
            ClockWrong(log, -wrong.TotalSeconds);
    }

    [LoggerMessage(1002, LogLevel.Warning, "This server's clock was {Seconds:0.0} s ahead of the database's (below zero: behind it) and was put right.")]
    private static partial void ClockWrong(ILogger log, double seconds);
}
