using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Tests.Commands.Watch;

/// <summary>An exchange, or something between, that repeats and leaves out: each stream brings the numbers that are prepared for it.</summary>
internal sealed class RepeatingExchange : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<(int Sequence, string Cursor)[]> streams;

    private RepeatingExchange(WebApplication server, IEnumerable<(int Sequence, string Cursor)[]> streams)
        => (this.server, this.streams) = (server, new(streams));

    public Uri Address => new(server.Urls.Single());

    /// <summary>After which cursor each stream was asked for.</summary>
    public ConcurrentQueue<string> After { get; } = new();

    public static async Task<RepeatingExchange> StartAsync(params (int Sequence, string Cursor)[][] streams)
    {
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        var exchange = new RepeatingExchange(builder.Build(), streams);
        exchange.server.Urls.Add("http://127.0.0.1:0");
        _ = exchange.server.MapPost("/graphql", () => Results.Json(new { data = new { feedPosition = "begin" } }));
        _ = exchange.server.MapPost("/graphql/stream", exchange.StreamAsync);
        await exchange.server.StartAsync();
        return exchange;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task StreamAsync(HttpContext context)
    {
        After.Enqueue(context.Request.Headers["Last-Event-ID"].ToString());
        context.Response.ContentType = "text/event-stream";
        if (!streams.TryDequeue(out var updates))
            updates = [];
        foreach (var (sequence, cursor) in updates)
        {
            var update = JsonSerializer.Serialize(
                new { data = new { updates = new { __typename = "IncidentRecorded", id = cursor, sequence, cursor } } });
            await context.Response.WriteAsync($"event: next\nid: {cursor}\ndata: {update}\n\n");
        }
    }
}
