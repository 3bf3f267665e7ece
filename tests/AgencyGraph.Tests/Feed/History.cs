using System.Collections.Concurrent;
using AgencyGraph.Feed;
using static AgencyGraph.Tests.Feed.World;

namespace AgencyGraph.Tests.Feed;

/// <summary>The order of commits, taken down by the writers while each holds the database alone.</summary>
internal sealed class History
{
    private readonly ConcurrentQueue<Guid> committed = new();

    public Guid[] Committed => [.. committed];

    public Task WriteAsync(FeedExchange exchange, int writers, int commits, bool rollBack = true)
        => Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < commits; i++)
            {
                var draft = Incident(Manchester, Bury);
                await exchange.RecordAsync([draft], [], () => TakeDown(draft, isRolledBack: rollBack && (writer + i) % 7 == 0));
            }
        })));

    private bool TakeDown(FeedDraft draft, bool isRolledBack)
    {
        if (!isRolledBack)
            committed.Enqueue(draft.RecordId);
        return !isRolledBack;
    }
}
