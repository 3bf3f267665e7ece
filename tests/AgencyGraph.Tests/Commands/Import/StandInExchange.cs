using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Tests.Commands.Import;

/// <summary>A real socket that speaks the contract of <c>recordIncidents</c> and fails on demand.</summary>
internal sealed class StandInExchange : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> bodies = [];
    private readonly Dictionary<string, HashSet<int>> revisions = [];
    private int requests;

    private StandInExchange()
    {
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        _ = app.MapPost("/graphql", AnswerAsync);
    }

    public string Url => app.Urls.Single();

    public int Requests => requests;

    /// <summary>Each request's items, in the order of arrival.</summary>
    public ConcurrentQueue<List<JsonElement>> Batches { get; } = [];

    public ConcurrentQueue<(string Authorization, string Purpose)> Headers { get; } = [];

    /// <summary>References and revisions that it holds.</summary>
    public IEnumerable<string> Held => revisions.SelectMany(pair => pair.Value.Select(revision => $"{pair.Key}#{revision}")).Order();

    /// <summary>Handles request number n itself, or leaves it (false).</summary>
    public Func<int, HttpContext, Task<bool>> Instead { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>Acts after request number n was carried out, before its answer.</summary>
    public Func<int, HttpContext, Task> BeforeAnswer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The content rules: code, message and path; null lets the item in.</summary>
    public Func<JsonElement, (string Code, string Message, string Path)?> Refuse { get; set; } = _ => null;

    /// <summary>A request with such an item fails as a whole.</summary>
    public Func<JsonElement, bool> Poisons { get; set; } = _ => false;

    public static async Task<StandInExchange> StartAsync()
    {
        var exchange = new StandInExchange();
        await exchange.app.StartAsync();
        return exchange;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref requests);
        Headers.Enqueue((context.Request.Headers.Authorization.ToString(), context.Request.Headers["X-Purpose"].ToString()));
        if (await Instead(number, context))
            return;

        using var request = await JsonDocument.ParseAsync(context.Request.Body);
        var input = request.RootElement.GetProperty("variables").GetProperty("input");
        var items = input.GetProperty("items").EnumerateArray().Select(item => item.Clone()).ToList();
        Batches.Enqueue(items);
        if (items.Exists(item => Poisons(item)))
        {
            await context.Response.WriteAsync("""{"errors":[{"message":"a value is wrong","extensions":{"code":"VALIDATION"}}]}""");
            return;
        }

        var results = new JsonArray();
        lock (gate)
        {
            for (var i = 0; i < items.Count; i++)
                results.Add(Take(i, items[i]));
        }

        await BeforeAnswer(number, context);
        var answer = new JsonObject { ["data"] = new JsonObject { ["recordIncidents"] = new JsonObject { ["results"] = results } } };
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private JsonObject Take(int index, JsonElement item)
    {
        if (Refuse(item) is { } fault)
            return Result(index, "REFUSED", fault);

        var key = item.GetProperty("idempotencyKey").GetString()!;
        if (bodies.TryGetValue(key, out var known))
        {
            return known == item.GetRawText()
                ? Result(index, "REPLAYED")
                : Result(index, "REFUSED", ("IDEMPOTENCY_MISMATCH", "another body", ""));
        }

        var reference = item.GetProperty("reference").GetString()!;
        var revision = item.GetProperty("revision").GetInt32();
        if (revision > 1 && !revisions.ContainsKey(reference))
            return Result(index, "REFUSED", ("NOT_FOUND", "nothing to correct", "reference"));

        bodies[key] = item.GetRawText();
        _ = (revisions.TryGetValue(reference, out var held) ? held : revisions[reference] = []).Add(revision);
        return Result(index, revision > 1 ? "CORRECTED" : "RECORDED");
    }

    private static JsonObject Result(int index, string outcome, (string Code, string Message, string Path)? fault = null) => new()
    {
        ["index"] = index,
        ["outcome"] = outcome,
        ["errors"] = fault is { } error
            ? new JsonArray(new JsonObject { ["code"] = error.Code, ["message"] = error.Message, ["path"] = error.Path })
            : [],
    };
}
