namespace AgencyGraph.Commands.Import;

/// <summary>Sends a batch; where the exchange refuses a request as a whole, in halves, until the item at fault stands alone.</summary>
internal sealed class ItemSender(ExchangeClient exchange)
{
    /// <summary>So many items refused alone and never one answered: it is the request that is wrong, not the items.</summary>
    private const int AloneBeforeStopping = 8;

    private volatile bool wasEverAnswered;
    private int refusedAlone;

    public async Task<IReadOnlyList<ItemAnswer>> SendAsync(IReadOnlyList<SentItem> items, CancellationToken cancellationToken)
    {
        var reply = await exchange.SendAsync(items, cancellationToken);
        if (reply.Answers is not null)
        {
            wasEverAnswered = true;
            return reply.Answers;
        }

        if (items.Count > 1)
        {
            var half = items.Count / 2;
            return
            [
                .. await SendAsync([.. items.Take(half)], cancellationToken),
                .. await SendAsync([.. items.Skip(half)], cancellationToken),
            ];
        }

        if (Interlocked.Increment(ref refusedAlone) >= AloneBeforeStopping && !wasEverAnswered)
            throw new ImportStoppedException(ImportExit.Stopped, $"The exchange refuses every request: {reply.Whole?.Message}");
        return [new ItemAnswer(ItemOutcome.Refused, reply.Whole is null ? [] : [reply.Whole])];
    }
}
