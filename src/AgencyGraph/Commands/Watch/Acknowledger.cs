using System.Threading.Channels;

namespace AgencyGraph.Commands.Watch;

/// <summary>
/// Acknowledges beside the stream, one cursor at a time: one covers all before it, so of those that come meanwhile the last is enough.
/// </summary>
internal sealed class Acknowledger(WatchedExchange exchange, Patience patience, TimeProvider clock, Action<string> notice)
{
    private readonly Channel<string> cursors = Channel.CreateBounded<string>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>What was printed up to here.</summary>
    public void Note(string cursor) => cursors.Writer.TryWrite(cursor);

    /// <summary>Nothing more is noted: <see cref="RunAsync"/> ends once the last is acknowledged.</summary>
    public void Finish() => cursors.Writer.TryComplete();

    /// <exception cref="WatchStoppedException">The exchange refuses it for good.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var cursor in cursors.Reader.ReadAllAsync(cancellationToken))
            await AcknowledgeAsync(cursor, cancellationToken);
    }

    private async Task AcknowledgeAsync(string cursor, CancellationToken cancellationToken)
    {
        var key = Guid.NewGuid();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await exchange.AcknowledgeAsync(cursor, key, cancellationToken);
                return;
            }
            catch (ConnectionLostException lost)
            {
                var wait = patience.WaitAfter(attempt, lost.Wait);
                notice($"Not acknowledged yet: {lost.Message}; trying again in {wait.TotalSeconds:0.#} s");
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }
}
