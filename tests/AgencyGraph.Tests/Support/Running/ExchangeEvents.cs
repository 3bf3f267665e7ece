using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace AgencyGraph.Tests.Support.Running;

/// <summary>One subscription over server-sent events.</summary>
internal sealed class ExchangeEvents : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient http;
    private readonly HttpResponseMessage answer;
    private readonly StreamReader lines;

    private ExchangeEvents(HttpClient http, HttpResponseMessage answer, StreamReader lines) => (this.http, this.answer, this.lines) = (http, answer, lines);

    /// <summary>When this is done the stream is open: what happens from now on is told.</summary>
    public static async Task<ExchangeEvents> OpenAsync(RunningExchange exchange, ExchangeCaller caller, string query)
    {
        var http = new HttpClient { BaseAddress = exchange.Address, Timeout = Timeout.InfiniteTimeSpan };
        using var limit = new CancellationTokenSource(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql/stream") { Content = JsonContent.Create(new { query }) };
        request.Headers.Authorization = new("Bearer", caller.Token);
        request.Headers.Add("X-Purpose", caller.Purpose);
        request.Headers.Accept.ParseAdd("text/event-stream");
        var starts = exchange.Statements.StreamStarts;
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        while (exchange.Statements.StreamStarts == starts)
            await Task.Delay(1, limit.Token);
        return new ExchangeEvents(http, answer, new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token)));
    }

    /// <summary>The next update.</summary>
    public async Task<JsonNode> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await lines.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
                return JsonNode.Parse(line["data: ".Length..])!; // What was sent is an object.
        }

        throw new InvalidOperationException("The stream has ended.");
    }

    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
        http.Dispose();
    }
}
