using System.Text.Json;

namespace AgencyGraph.Commands.Watch;

/// <summary>Prints updates as they come, and takes the stream up again where it broke off, until it is stopped or refused for good.</summary>
internal sealed class Watcher(
    WatchOrder order, WatchedExchange exchange, WatchPosition position, UpdatePrinter printer, Patience patience, TimeProvider clock, Action<string> notice)
{
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(5);

    private readonly Acknowledger acknowledger = new(exchange, patience, clock, notice);
    private int attempt = 1;
    private int count;
    private long taken;

    /// <summary>Ends when the order is fulfilled, or with <see cref="OperationCanceledException"/> when it is called off.</summary>
    /// <exception cref="WatchStoppedException">The exchange refuses it for good.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var acknowledging = new CancellationTokenSource();
        using var following = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var acknowledged = acknowledger.RunAsync(acknowledging.Token);
        var followed = FollowAsync(following.Token);
        if (await Task.WhenAny(followed, acknowledged) == acknowledged)
            await following.CancelAsync();
        acknowledger.Finish();
        acknowledging.CancelAfter(LastWait);
        await EndAsync(acknowledged);
        await followed;
    }

    private async Task EndAsync(Task acknowledged)
    {
        try
        {
            await acknowledged;
        }
        catch (OperationCanceledException)
        {
            notice("The last updates are not acknowledged.");
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (await FollowOnceAsync(cancellationToken))
                    return;
            }
            catch (ConnectionLostException lost)
            {
                var wait = patience.WaitAfter(attempt++, lost.Wait);
                notice($"{lost.Message}; resuming in {wait.TotalSeconds:0.#} s");
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    /// <returns>Whether the order is fulfilled.</returns>
    private async Task<bool> FollowOnceAsync(CancellationToken cancellationToken)
    {
        if (position.Cursor is null)
            position.MoveTo(await exchange.BeginAsync(cancellationToken));
        using var response = await exchange.OpenAsync(position.Cursor, cancellationToken);
        taken = 0; // A stream counts from 1, and brings only what comes after the position.
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var events = new EventReader(lines, clock);
        try
        {
            await foreach (var heard in events.ReadAsync(cancellationToken))
            {
                if (heard.Name == "next" && await TakeAsync(heard.Data))
                    return true;
            }
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            throw new ConnectionLostException("The connection broke", inner: broken);
        }

        throw new ConnectionLostException(events.Farewell is { } reason ? $"The exchange ended the stream: {reason}" : "The stream ended");
    }

    private async Task<bool> TakeAsync(string data)
    {
        using var message = JsonDocument.Parse(data);
        if (message.RootElement.TryGetProperty("errors", out var errors))
            throw RefusalInWords.Of(errors);

        attempt = 1;
        var update = message.RootElement.GetProperty("data").GetProperty("updates");
        var sequence = update.GetProperty("sequence").GetInt64();
        if (sequence <= taken)
            return false; // It has come before.
        if (sequence > taken + 1)
            throw new ConnectionLostException("An update is missing");

        var isUpdate = update.GetProperty("__typename").GetString() != "StreamBookmark";
        if (isUpdate)
            await printer.PrintAsync(update);
        var cursor = update.GetProperty("cursor").GetString() ?? throw new WatchStoppedException(WatchExit.Refused, "An update came without its cursor.");
        position.MoveTo(cursor);
        taken = sequence;
        if (order.Acknowledges)
            acknowledger.Note(cursor);
        return isUpdate && ++count == order.Count;
    }
}
