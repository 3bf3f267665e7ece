using AgencyGraph.Feed;
using AgencyGraph.Storage;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Engine;

/// <summary>
/// No request waits for a database that the network has parted from this server: the driver itself notices only after it has also waited for the
/// statement to be called off. What the request had begun is called off too; a write that was under way may have been carried out all the same.
/// </summary>
internal sealed class UnseenDatabase(DatabaseContact contact, IStorageEngine storage, IOptions<AnswerOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    /// <summary>What the work gives; <paramref name="unseen"/> where it would have to wait for what is not there.</summary>
    public async Task<GraphAnswer> AnswerAsync(Func<CancellationToken, Task<GraphAnswer>> work, Func<GraphAnswer> unseen, CancellationToken cancellationToken)
    {
        if (!storage.IsBeyondANetwork)
            return await work(cancellationToken);

        var callOff = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var began = clock.GetTimestamp();
        var working = work(callOff.Token);
        var left = options.Value.DatabaseWait - clock.GetElapsedTime(began);
        for (var wait = left > TimeSpan.Zero ? left : TimeSpan.Zero; !await IsDoneAsync(working, wait); wait = Beat)
        {
            if (contact.Silence < options.Value.DatabaseWait)
                continue;
            // Not waited for: to call a statement off, the driver asks the same database.
            _ = EndAsync(working, callOff.CancelAsync(), callOff);
            return unseen();
        }

        callOff.Dispose();
        return await working;
    }

    private async Task<bool> IsDoneAsync(Task working, TimeSpan wait)
    {
        try
        {
            await working.WaitAsync(wait, clock);
        }
        catch (TimeoutException) when (!working.IsCompleted)
        {
            return false;
        }
        catch (Exception) when (working.IsCompleted)
        {
            // Whoever awaits the work meets it.
        }

        return true;
    }

    /// <summary>Nobody is left to be told how it ended.</summary>
    private static async Task EndAsync(Task working, Task calledOff, CancellationTokenSource callOff)
    {
        await Task.WhenAll(working, calledOff).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        callOff.Dispose();
    }
}
