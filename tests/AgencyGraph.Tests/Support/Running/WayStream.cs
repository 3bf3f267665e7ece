using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Tests.Transport.StandIn;

namespace AgencyGraph.Tests.Support.Running;

/// <summary>One subscription, by whichever way.</summary>
internal sealed class WayStream : IAsyncDisposable
{
    private const string Data = "data: ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ExchangeStream? socket;
    private readonly EventClient? events;
    private Task<string?>? first;

    private WayStream(ExchangeStream? socket, EventClient? events) => (this.socket, this.events) = (socket, events);

    /// <summary>Each database with each way.</summary>
    public static TheoryData<DatabaseKind, StreamWay> EveryDatabaseEitherWay()
    {
        var all = new TheoryData<DatabaseKind, StreamWay>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            all.Add(kind, StreamWay.Socket);
            all.Add(kind, StreamWay.Events);
        }

        return all;
    }

    /// <summary>When this is done the stream is open, or refused.</summary>
    public static async Task<WayStream> OpenAsync(RunningExchange exchange, ExchangeCaller caller, StreamWay way, string query, object? variables = null)
    {
        if (way == StreamWay.Socket)
            return new WayStream(await caller.SubscribeAsync(query, variables), null);

        var before = exchange.Statements.StreamStarts;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(exchange.Address, "/graphql/stream"));
        request.Content = JsonContent.Create(new { query, variables });
        var events = await EventClient.SendAsync(request, headers =>
        {
            headers.Authorization = new("Bearer", caller.Token);
            headers.Add("X-Purpose", caller.Purpose);
        });
        var stream = new WayStream(null, events) { first = events.HearEventAsync(Timeout.InfiniteTimeSpan) };
        await Eventually.IsAsync(() => exchange.Statements.StreamStarts > before || stream.first.IsCompleted, "the stream is open, or refused");
        return stream;
    }

    /// <summary>The next message with an update or with errors.</summary>
    public async Task<JsonNode> NextAsync()
    {
        if (socket is not null)
        {
            var payload = await socket.NextAsync();
            return payload is JsonArray ? new JsonObject { ["errors"] = payload.DeepClone() } : payload;
        }

        var heard = await HearEventAsync() ?? throw new InvalidOperationException("The stream has ended.");
        return JsonNode.Parse(heard[(heard.IndexOf(Data, StringComparison.Ordinal) + Data.Length)..])!;
    }

    /// <summary>The next update's fields.</summary>
    public async Task<JsonNode> NextUpdateAsync()
    {
        var payload = await NextAsync();
        return payload["data"]?["updates"] ?? throw new InvalidOperationException($"No update, but {payload.ToJsonString()}");
    }

    /// <summary>With which code and words the server breaks off, before anything else is sent.</summary>
    public async Task<string> ClosedAsync()
    {
        if (socket is not null)
        {
            var (code, reason) = await socket.ClosedAsync();
            Assert.False(socket.HasUpdate);
            return string.Create(CultureInfo.InvariantCulture, $"{code} {reason}");
        }

        var last = "";
        while (await HearEventAsync() is { } heard)
        {
            Assert.StartsWith(": ", heard, StringComparison.Ordinal);
            last = heard;
        }

        return last[2..];
    }

    /// <summary>The whole answer to a stream of events that was not opened.</summary>
    public async Task<string?> RefusedAsync() => await HearEventAsync();

    /// <summary>Hears all that still comes, until the server breaks off: with which code and words.</summary>
    /// <param name="heard">Called with each update.</param>
    public async Task<string> HearUntilClosedAsync(Action heard)
    {
        if (socket is not null)
        {
            await foreach (var _ in socket.Payloads.ReadAllAsync())
                heard();
            return await ClosedAsync();
        }

        var last = "";
        while (await HearEventAsync() is { } said)
        {
            if (said.Contains(Data, StringComparison.Ordinal))
                heard();
            last = said;
        }

        return last[2..];
    }

    /// <summary>The next event; the first is listened for from the beginning, for a stream that is refused has no other start.</summary>
    private Task<string?> HearEventAsync() => Interlocked.Exchange(ref first, null)?.WaitAsync(Patience) ?? events!.HearEventAsync(); // Otherwise it goes by the socket.

    public async ValueTask DisposeAsync()
    {
        events?.Dispose();
        if (socket is not null)
            await socket.DisposeAsync();
    }
}
